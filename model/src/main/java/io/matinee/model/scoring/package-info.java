/** From factors to scores and lists: scorers, fold-in of new users, kernels and top-k selection. */
@NullMarked
package io.matinee.model.scoring;

import org.jspecify.annotations.NullMarked;
