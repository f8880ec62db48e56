package io.matinee.similarity.vectors;

/**
 * A movie that was found.
 *
 * @param movie the movie's index
 * @param cosine the cosine of its vector and the one that was asked about, -1 to 1
 */
public record SimilarMovie(int movie, float cosine) {}
