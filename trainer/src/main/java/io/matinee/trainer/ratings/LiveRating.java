package io.matinee.trainer.ratings;

import java.time.Instant;

/**
 * A rating as somebody gave it.
 *
 * @param user who rated
 * @param movie what was rated
 * @param rating the rating, on the data set's scale
 * @param time when it was given
 */
public record LiveRating(String user, String movie, float rating, Instant time) {}
