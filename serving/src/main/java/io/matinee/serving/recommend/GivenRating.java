package io.matinee.serving.recommend;

/**
 * A rating that came with a request.
 *
 * @param movieId the movie's id, not yet known to exist
 * @param rating the rating, not yet known to lie on the scale
 */
public record GivenRating(String movieId, float rating) {}
