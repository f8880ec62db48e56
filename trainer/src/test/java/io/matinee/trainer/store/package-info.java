/** Tests of the trainer's state on disk. */
@NullMarked
package io.matinee.trainer.store;

import org.jspecify.annotations.NullMarked;
