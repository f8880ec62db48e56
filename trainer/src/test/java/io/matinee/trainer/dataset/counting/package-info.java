/** Tests of counts. */
@NullMarked
package io.matinee.trainer.dataset.counting;

import org.jspecify.annotations.NullMarked;
