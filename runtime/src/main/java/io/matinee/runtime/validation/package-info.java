/** The rules of contracts, compiled into plain predicates. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.validation;
