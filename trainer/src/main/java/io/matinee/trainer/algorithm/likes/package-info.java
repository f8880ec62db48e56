/** Which ratings are likes, and the matrix of them. */
@NullMarked
package io.matinee.trainer.algorithm.likes;

import org.jspecify.annotations.NullMarked;
