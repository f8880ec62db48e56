package io.matinee.model.metric.rating;

import io.matinee.model.metric.Bootstrap;
import io.matinee.model.metric.Estimate;

/**
 * RMSE = sqrt(sum of (prediction - rating)^2 / n), in rating units; lower is better. Predictions
 * are clipped to the scale before.
 */
public final class RootMeanSquaredError {
  /** The name of the metric. */
  public static final String NAME = "rmse";

  private RootMeanSquaredError() {}

  /**
   * The error of all ratings.
   *
   * @param predictions [n]
   * @param ratings [n]
   * @return NaN when n is 0
   */
  public static double of(float[] predictions, float[] ratings) {
    return Math.sqrt(squaredErrors(predictions, ratings) / ratings.length);
  }

  /**
   * The error over all users with its interval, users resampled.
   *
   * @param predictions for each user its predictions
   * @param ratings for each user as many ratings
   */
  public static Estimate estimate(
      float[][] predictions, float[][] ratings, long seed, int resamples) {
    double[] sums = new double[ratings.length];
    double[] counts = new double[ratings.length];
    for (int user = 0; user < ratings.length; user++) {
      sums[user] = squaredErrors(predictions[user], ratings[user]);
      counts[user] = ratings[user].length;
    }
    return Bootstrap.ratio(sums, counts, Math::sqrt, seed, resamples);
  }

  private static double squaredErrors(float[] predictions, float[] ratings) {
    Pairs.requireSameLength(predictions, ratings);
    double sum = 0;
    for (int index = 0; index < ratings.length; index++) {
      double error = (double) predictions[index] - ratings[index];
      sum += error * error;
    }
    return sum;
  }
}
