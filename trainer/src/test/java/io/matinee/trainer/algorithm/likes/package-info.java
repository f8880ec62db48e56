@NullMarked
package io.matinee.trainer.algorithm.likes;

import org.jspecify.annotations.NullMarked;
