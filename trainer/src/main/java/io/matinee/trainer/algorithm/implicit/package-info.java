/** Rankers that learn from what was liked and from what was not even watched. */
@NullMarked
package io.matinee.trainer.algorithm.implicit;

import org.jspecify.annotations.NullMarked;
