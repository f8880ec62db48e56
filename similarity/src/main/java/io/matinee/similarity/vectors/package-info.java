/** The distinct directions of movies in the embedding space, and which movies share one. */
@NullMarked
package io.matinee.similarity.vectors;

import org.jspecify.annotations.NullMarked;
