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
  },

  /** minimum + (maximum - minimum) / (1 + exp(-score)). */
  SCALED_SIGMOID("scaled-sigmoid") {
    @Override
    double rating(double score, RatingScale scale) {
      return scale.minimum() + scale.range() / (1 + Math.exp(-score));
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
}
