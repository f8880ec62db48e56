package io.matinee.bench.load;

import java.util.Arrays;

/** How long calls took. Immutable. */
public final class CallTimes {
  /** Ascending. */
  private final long[] nanos;

  private CallTimes(long[] nanos) {
    this.nanos = nanos;
  }

  /** Returns the times of at least one call, in ns. */
  static CallTimes of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new CallTimes(sorted);
  }

  /** Returns a quantile, 0 to 1, in ms. */
  public double milliseconds(double quantile) {
    return nanos[(int) Math.min(nanos.length - 1, Math.ceil(quantile * nanos.length))] / 1e6;
  }
}
