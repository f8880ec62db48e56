/** Tests of the runtime as a whole. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime;
