/** Tests of what surrounds a call. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.call;
