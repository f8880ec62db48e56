/** Which movies are similar to a movie: filters, the choice of the method, and the loaded model. */
@NullMarked
package io.matinee.similarity.search;

import org.jspecify.annotations.NullMarked;
