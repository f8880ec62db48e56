@NullMarked
package io.matinee.trainer.algorithm.tensorflow;

import org.jspecify.annotations.NullMarked;
