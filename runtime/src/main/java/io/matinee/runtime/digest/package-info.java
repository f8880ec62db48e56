/** What requests ask for, as digests. */
@NullMarked
package io.matinee.runtime.digest;

import org.jspecify.annotations.NullMarked;
