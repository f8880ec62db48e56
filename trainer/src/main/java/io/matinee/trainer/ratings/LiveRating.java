package io.matinee.trainer.ratings;

import io.matinee.model.ratings.EventKind;
import java.time.Instant;

/**
 * A rating as somebody gave it, or a watch.
 *
 * @param user who rated or watched
 * @param movie what was rated or watched
 * @param kind which of the two
 * @param rating the rating, on the data set's scale; of a watch the one that {@link
 *     io.matinee.model.ratings.RatingScale#WATCHES} has
 * @param time when it was given
 */
public record LiveRating(String user, String movie, EventKind kind, float rating, Instant time) {}
