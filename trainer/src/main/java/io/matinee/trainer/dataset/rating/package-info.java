/** Rows of text become a table of ratings. */
@NullMarked
package io.matinee.trainer.dataset.rating;

import org.jspecify.annotations.NullMarked;
