package io.matinee.model.metric;

/**
 * A figure with its 95 % interval.
 *
 * @param mean the figure; NaN when count is 0
 * @param low the lower end of the interval; NaN when there is none
 * @param high the upper end of the interval; NaN when there is none
 * @param count the number of users that it rests on
 */
public record Estimate(double mean, double low, double high, int count) {
  /** Nothing was measured. */
  public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN, 0);
}
