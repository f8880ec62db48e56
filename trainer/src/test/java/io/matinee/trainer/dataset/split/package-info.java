/** Tests of splits. */
@NullMarked
package io.matinee.trainer.dataset.split;

import org.jspecify.annotations.NullMarked;
