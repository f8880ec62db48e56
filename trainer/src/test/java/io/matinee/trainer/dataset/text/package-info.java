/** Tests of delimited text. */
@NullMarked
package io.matinee.trainer.dataset.text;

import org.jspecify.annotations.NullMarked;
