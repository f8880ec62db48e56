/** The yardsticks: rating counts and damped means. */
@NullMarked
package io.matinee.trainer.algorithm.means;

import org.jspecify.annotations.NullMarked;
