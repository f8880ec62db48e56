/** Tests of the following. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.following;
