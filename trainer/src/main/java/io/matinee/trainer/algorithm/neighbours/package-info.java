/** Rankers that weigh each liked movie for each other movie. */
@NullMarked
package io.matinee.trainer.algorithm.neighbours;

import org.jspecify.annotations.NullMarked;
