/** Checks of new versions of a data set against the ones before. */
@NullMarked
package io.matinee.trainer.dataset.check;

import org.jspecify.annotations.NullMarked;
