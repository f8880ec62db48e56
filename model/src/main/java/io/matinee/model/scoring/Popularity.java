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
    float[] counts = new float[training.movieCount()];
    for (int movie = 0; movie < counts.length; movie++) {
      counts[movie] = training.movieRatingCount(movie);
    }
    return new FactorModel(0, NONE, NONE, counts, NONE, 0, scale, OBJECTIVE);
  }
}
