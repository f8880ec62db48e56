@NullMarked
package io.matinee.trainer.algorithm.neighbours;

import org.jspecify.annotations.NullMarked;
