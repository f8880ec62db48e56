package io.matinee.similarity.vectors;

/**
 * A movie that was found.
 *
 * @param movie the movie's index
 * @param score its similarity to what was asked about, -1 to 1: the cosine of the two vectors,
 *     damped by the number of the movie's ratings where vectors are ({@link Support})
 */
public record SimilarMovie(int movie, float score) {}
