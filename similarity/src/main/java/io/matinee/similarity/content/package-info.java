/** Movies that are similar by what they are: the fixed space of genres, tags and overviews. */
@NullMarked
package io.matinee.similarity.content;

import org.jspecify.annotations.NullMarked;
