/** Live ratings: appended one batch after another, acknowledged once they are on the disk. */
@NullMarked
package io.matinee.trainer.ratings;

import org.jspecify.annotations.NullMarked;
