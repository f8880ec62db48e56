package io.matinee.model.metric.rating;

import io.matinee.model.metric.Bootstrap;
import io.matinee.model.metric.Estimate;
import java.util.function.DoubleUnaryOperator;

/**
 * MAE = sum of |prediction - rating| / n, in rating units; lower is better. Predictions are clipped
 * to the scale before.
 */
public final class MeanAbsoluteError {
  /** The name of the metric. */
  public static final String NAME = "mae";

  private MeanAbsoluteError() {}

  /**
   * The error of all ratings.
   *
   * @param predictions [n]
   * @param ratings [n]
   * @return NaN when n is 0
   */
  public static double of(float[] predictions, float[] ratings) {
    return absoluteErrors(predictions, ratings) / ratings.length;
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
      sums[user] = absoluteErrors(predictions[user], ratings[user]);
      counts[user] = ratings[user].length;
    }
    return Bootstrap.ratio(sums, counts, DoubleUnaryOperator.identity(), seed, resamples);
  }

  private static double absoluteErrors(float[] predictions, float[] ratings) {
    Pairs.requireSameLength(predictions, ratings);
    double sum = 0;
    for (int index = 0; index < ratings.length; index++) {
      sum += Math.abs((double) predictions[index] - ratings[index]);
    }
    return sum;
  }
}
