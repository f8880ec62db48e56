package io.matinee.model.metric.rating;

import io.matinee.model.metric.Sample;
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
   * Returns the error over all users, to be resampled.
   *
   * @param absoluteErrors [users], for each the sum that {@link #absoluteErrors} gives
   * @param ratings [users], how many ratings each sum is of
   */
  public static Sample sample(double[] absoluteErrors, double[] ratings) {
    return new Sample(absoluteErrors, ratings, DoubleUnaryOperator.identity());
  }

  /** Returns the sum of the absolute errors of some ratings: [n] predictions and [n] ratings. */
  public static double absoluteErrors(float[] predictions, float[] ratings) {
    Pairs.requireSameLength(predictions, ratings);
    double sum = 0;
    for (int index = 0; index < ratings.length; index++) {
      sum += Math.abs((double) predictions[index] - ratings[index]);
    }
    return sum;
  }
}
