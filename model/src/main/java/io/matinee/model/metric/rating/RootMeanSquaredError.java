package io.matinee.model.metric.rating;

import io.matinee.model.metric.Sample;

/**
 * RMSE = sqrt(sum of (prediction - rating)^2 / n), in rating units; lower is better. Predictions
 * are clipped to the scale before.
 */
public final class RootMeanSquaredError {
  /** The name of the metric. */
  public static final String NAME = "rmse";

  private RootMeanSquaredError() {}

  /**
   * Returns the error over all users, to be resampled.
   *
   * @param squaredErrors [users], for each the sum that {@link #squaredErrors} gives
   * @param ratings [users], how many ratings each sum is of
   */
  public static Sample sample(double[] squaredErrors, double[] ratings) {
    return new Sample(squaredErrors, ratings, Math::sqrt);
  }

  /** Returns the sum of the squared errors of some ratings: [n] predictions and [n] ratings. */
  public static double squaredErrors(float[] predictions, float[] ratings) {
    Pairs.requireSameLength(predictions, ratings);
    double sum = 0;
    for (int index = 0; index < ratings.length; index++) {
      double error = (double) predictions[index] - ratings[index];
      sum += error * error;
    }
    return sum;
  }
}
