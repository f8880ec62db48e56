@NullMarked
package io.matinee.trainer.algorithm.implicit;

import org.jspecify.annotations.NullMarked;
