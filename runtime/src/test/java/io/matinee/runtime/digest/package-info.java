/** Tests of the digests of requests. */
@NullMarked
package io.matinee.runtime.digest;

import org.jspecify.annotations.NullMarked;
