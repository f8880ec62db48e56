/** Scorers of model versions as files that other programs read and write. */
@NullMarked
package io.matinee.trainer.exchange;

import org.jspecify.annotations.NullMarked;
