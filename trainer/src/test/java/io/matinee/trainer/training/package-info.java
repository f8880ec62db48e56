/** Tests of training runs. */
@NullMarked
package io.matinee.trainer.training;

import org.jspecify.annotations.NullMarked;
