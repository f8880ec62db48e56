package io.matinee.serving.catalogue;

/**
 * A movie that a user rated in the training part.
 *
 * @param movie the movie's index
 * @param rating the user's rating
 */
public record SeenMovie(int movie, float rating) {}
