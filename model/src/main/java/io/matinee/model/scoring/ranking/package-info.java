/** From scores to lists: the best movies of one user, and of all. */
@NullMarked
package io.matinee.model.scoring.ranking;

import org.jspecify.annotations.NullMarked;
