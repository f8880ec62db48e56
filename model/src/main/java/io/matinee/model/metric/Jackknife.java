package io.matinee.model.metric;

/**
 * Jackknife intervals for figures of a set of lists, which are not means over users (Efron and
 * Tibshirani 1993, chapter 11): with f(u) the figure without user u and n users, the squared
 * standard error is (n - 1) / n times the sum of (f(u) - mean f)^2; the interval is 1.96 standard
 * errors to either side.
 */
public final class Jackknife {
  private static final double NORMAL_QUANTILE = 1.96;

  private Jackknife() {}

  /**
   * Puts an interval around a figure.
   *
   * @param figure the figure of all users
   * @param withoutUser the figure without each user; fewer than two leave the interval NaN
   */
  public static Estimate interval(double figure, double[] withoutUser) {
    int users = withoutUser.length;
    if (users < 2) {
      return new Estimate(figure, Double.NaN, Double.NaN, users);
    }
    double mean = 0;
    for (double value : withoutUser) {
      mean += value / users;
    }
    double squares = 0;
    for (double value : withoutUser) {
      squares += (value - mean) * (value - mean);
    }
    double half = NORMAL_QUANTILE * Math.sqrt((users - 1.0) / users * squares);
    return new Estimate(figure, figure - half, figure + half, users);
  }
}
