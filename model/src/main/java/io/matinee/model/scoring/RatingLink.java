package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingScale;

/**
 * How a scorer's scores become ratings.
 *
 * @param link from the score to the rating
 * @param scale the scale of the ratings
 */
public record RatingLink(Link link, RatingScale scale) {

  /** Returns the rating that a score stands for, clipped to the scale. */
  public float rating(float score) {
    return scale.clip((float) link.rating(score, scale));
  }
}
