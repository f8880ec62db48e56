/** Tests of the table of ratings. */
@NullMarked
package io.matinee.trainer.dataset.rating;

import org.jspecify.annotations.NullMarked;
