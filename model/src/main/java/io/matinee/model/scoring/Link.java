package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingScale;

/** How a score becomes a rating. */
public enum Link {
  /** The score is the rating. */
  IDENTITY {
    @Override
    double rating(double score, RatingScale scale) {
      return score;
    }
  },

  /** minimum + (maximum - minimum) / (1 + exp(-score)). */
  SCALED_SIGMOID {
    @Override
    double rating(double score, RatingScale scale) {
      return scale.minimum() + scale.range() / (1 + Math.exp(-score));
    }
  };

  abstract double rating(double score, RatingScale scale);
}
