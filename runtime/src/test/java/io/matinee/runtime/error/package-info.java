/** Tests of the error catalogue. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.error;
