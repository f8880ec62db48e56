package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;

/** The ranker {@code popular}: a movie's score is the number of its training ratings. */
public final class Popularity {
  private static final Objective OBJECTIVE =
      new Objective("count", Link.IDENTITY, FoldIn.NONE, 0, 0, 0);
  private static final float[] NONE = {};

  private Popularity() {}

  /** Counts the ratings of each movie. */
  public static FactorModel fit(RatingsMatrix training, RatingScale scale) {
    int[] counts = training.movieRatingCounts();
    float[] scores = new float[counts.length];
    for (int movie = 0; movie < counts.length; movie++) {
      scores[movie] = counts[movie];
    }
    return new FactorModel(0, NONE, NONE, scores, NONE, 0, scale, OBJECTIVE);
  }
}
