/** Delimited text files, read row by row within bounds. */
@NullMarked
package io.matinee.trainer.dataset.text;

import org.jspecify.annotations.NullMarked;
