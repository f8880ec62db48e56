/** Tests of digests. */
@NullMarked
package io.matinee.model.digest;

import org.jspecify.annotations.NullMarked;
