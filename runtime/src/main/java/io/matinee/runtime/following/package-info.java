/** Following an alias: what it points at is downloaded, verified, warmed and swapped in. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.following;
