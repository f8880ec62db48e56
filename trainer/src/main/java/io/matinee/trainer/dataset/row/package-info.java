/** Rows of ratings on their way from a form's reader to the one rule that judges them. */
@NullMarked
package io.matinee.trainer.dataset.row;

import org.jspecify.annotations.NullMarked;
