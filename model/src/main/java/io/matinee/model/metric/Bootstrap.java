package io.matinee.model.metric;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Percentile-bootstrap intervals (Efron and Tibshirani 1993, section 13.3): users are drawn with
 * replacement, as many as there are, and the 2.5 % and 97.5 % quantiles of the resampled figure
 * bound it. The same seed gives the same interval. Thread-safe.
 */
public final class Bootstrap {
  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  private Bootstrap() {}

  /**
   * The mean over users.
   *
   * @param perUser a figure of each user; NaN where it is undefined, which is skipped
   * @param seed of the resampling
   * @param resamples how many, at least 1
   */
  public static Estimate mean(double[] perUser, long seed, int resamples) {
    double[] counts = new double[perUser.length];
    Arrays.fill(counts, 1);
    return ratio(perUser, counts, DoubleUnaryOperator.identity(), seed, resamples);
  }

  /**
   * A function of the ratio of two sums over users, such as the root of the squared errors by the
   * number of ratings.
   *
   * @param sums the numerator of each user; NaN where it is undefined, which is skipped
   * @param counts the denominator of each user; users with 0 are skipped
   * @param finish applied to the ratio of the sums
   * @param seed of the resampling
   * @param resamples how many, at least 1
   */
  public static Estimate ratio(
      double[] sums, double[] counts, DoubleUnaryOperator finish, long seed, int resamples) {
    if (sums.length != counts.length || resamples < 1) {
      throw new IllegalArgumentException(
          "%d sums, %d counts, %d resamples".formatted(sums.length, counts.length, resamples));
    }
    int[] defined = defined(sums, counts);
    if (defined.length == 0) {
      return Estimate.NONE;
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] figures = new double[resamples];
    for (int resample = 0; resample < resamples; resample++) {
      double sum = 0;
      double count = 0;
      for (int draw = 0; draw < defined.length; draw++) {
        int user = defined[random.nextInt(defined.length)];
        sum += sums[user];
        count += counts[user];
      }
      figures[resample] = finish.applyAsDouble(sum / count);
    }
    Arrays.sort(figures);
    double mean =
        finish.applyAsDouble(
            Arrays.stream(defined).mapToDouble(user -> sums[user]).sum()
                / Arrays.stream(defined).mapToDouble(user -> counts[user]).sum());
    return new Estimate(mean, quantile(figures, LOW), quantile(figures, HIGH), defined.length);
  }

  private static int[] defined(double[] sums, double[] counts) {
    int[] users = new int[sums.length];
    int size = 0;
    for (int user = 0; user < sums.length; user++) {
      if (!Double.isNaN(sums[user]) && counts[user] > 0) {
        users[size++] = user;
      }
    }
    return Arrays.copyOf(users, size);
  }

  /** Linear between order statistics. */
  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
