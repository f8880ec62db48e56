package io.matinee.metrics.evaluation;

/**
 * A 95 % interval.
 *
 * @param low the lower end
 * @param high the upper end
 * @param method how it was found
 */
public record Interval(double low, double high, Method method) {
  /** How an interval was found. */
  public enum Method {
    /** Quantiles over resamples of users. */
    PERCENTILE_BOOTSTRAP,
    /** Standard errors from leaving out each user in turn. */
    JACKKNIFE
  }
}
