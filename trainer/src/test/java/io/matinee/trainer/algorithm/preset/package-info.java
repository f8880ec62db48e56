@NullMarked
package io.matinee.trainer.algorithm.preset;

import org.jspecify.annotations.NullMarked;
