package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;

/** The ranker {@code popular}: a movie's score is the number of its training ratings. */
public final class Popularity {
  private static final float[] NONE = {};

  private Popularity() {}

  /** Returns the number of ratings of each movie. */
  public static BiasModel fit(RatingsMatrix training, RatingScale scale) {
    int[] counts = training.movieRatingCounts();
    float[] scores = new float[counts.length];
    for (int movie = 0; movie < counts.length; movie++) {
      scores[movie] = counts[movie];
    }
    return new BiasModel(scores, NONE, 0, scale, new BiasObjective.RatingCount());
  }
}
