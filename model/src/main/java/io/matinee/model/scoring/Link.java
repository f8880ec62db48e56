package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingScale;

/** How a score becomes a rating. */
public enum Link {
  /** The score is the rating. */
  IDENTITY("identity") {
    @Override
    double rating(double score, RatingScale scale) {
      return score;
    }

    @Override
    double slope(double score, RatingScale scale) {
      return 1;
    }
  },

  /** minimum + (maximum - minimum) / (1 + exp(-score)). */
  SCALED_SIGMOID("scaled-sigmoid") {
    @Override
    double rating(double score, RatingScale scale) {
      return scale.minimum() + scale.range() / (1 + Math.exp(-score));
    }

    @Override
    double slope(double score, RatingScale scale) {
      double share = 1 / (1 + Math.exp(-score));
      return scale.range() * share * (1 - share);
    }
  };

  private final String id;

  Link(String id) {
    this.id = id;
  }

  /** Returns the name that files of scorers use. */
  public String id() {
    return id;
  }

  abstract double rating(double score, RatingScale scale);

  /** Returns the derivative of the rating by the score. */
  abstract double slope(double score, RatingScale scale);
}
