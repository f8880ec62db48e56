/** Figures of a data-set version. */
@NullMarked
package io.matinee.trainer.dataset.description;

import org.jspecify.annotations.NullMarked;
