/** Tests of the model registry. */
@NullMarked
package io.matinee.trainer.registry;

import org.jspecify.annotations.NullMarked;
