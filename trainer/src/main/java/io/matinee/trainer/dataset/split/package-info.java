/** Splits of data sets: what is held out of training, kept under a name of its own. */
@NullMarked
package io.matinee.trainer.dataset.split;

import org.jspecify.annotations.NullMarked;
