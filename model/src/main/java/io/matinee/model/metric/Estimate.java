package io.matinee.model.metric;

import java.util.OptionalLong;

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

  /**
   * Returns of how many users the interval would exclude 0, were the figure the same: intervals
   * narrow with the root of the number of users. Empty for a figure that is 0 but for rounding,
   * beside what separates it from the end of its interval, and where there is no interval.
   */
  public OptionalLong decidingCount() {
    double towardsZero = Math.max(0, mean > 0 ? mean - low : high - mean);
    boolean isApart = Math.abs(mean) > PairedRandomisation.ROUNDING * towardsZero;
    double ratio = towardsZero / mean;
    return isApart
        ? OptionalLong.of((long) (Math.floor(count * ratio * ratio) + 1))
        : OptionalLong.empty();
  }
}
