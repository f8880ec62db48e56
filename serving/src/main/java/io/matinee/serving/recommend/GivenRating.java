package io.matinee.serving.recommend;

import io.matinee.model.ratings.EventKind;

/**
 * A rating or watch that came with a request.
 *
 * @param movieId the movie's id, not yet known to exist
 * @param kind which of the two, not yet known to be what the version was trained on
 * @param rating the rating, not yet known to lie on the scale; of a watch the one that {@link
 *     io.matinee.model.ratings.RatingScale#WATCHES} has
 */
public record GivenRating(String movieId, EventKind kind, float rating) {}
