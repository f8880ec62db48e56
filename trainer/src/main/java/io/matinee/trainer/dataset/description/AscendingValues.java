package io.matinee.trainer.dataset.description;

/**
 * Finds the {@link Spread} of values that come in ascending order, each with how often it occurs,
 * without keeping them. Not thread-safe.
 */
final class AscendingValues {
  private static final double[] QUANTILES = {0, .05, .25, .5, .75, .95, 1};

  private final long count;
  private final double[] below = new double[QUANTILES.length];
  private final double[] above = new double[QUANTILES.length];
  private long seen;
  private double sum;
  private double mean;
  private double squares;

  /** Values of which {@code count} will come, at least one. */
  AscendingValues(long count) {
    this.count = count;
  }

  /** Takes the next value, which is greater than those before. */
  void add(double value, long times) {
    for (int index = 0; index < QUANTILES.length; index++) {
      long place = (long) place(index);
      if (isHere(place, times)) {
        below[index] = value;
      }
      if (isHere(Math.min(place + 1, count - 1), times)) {
        above[index] = value;
      }
    }
    seen += times;
    sum += value * times;
    spreadAround(value, times);
  }

  /** Returns the spread, once all values have come. */
  Spread spread() {
    if (seen != count) {
      throw new IllegalStateException("%d values of %d have come".formatted(seen, count));
    }
    return new Spread(
        sum / count,
        Math.sqrt(squares / count),
        quantile(0),
        quantile(1),
        quantile(2),
        quantile(3),
        quantile(4),
        quantile(5),
        quantile(6));
  }

  /** Sums squared distances from the mean in one pass: D. H. D. West, 1979. */
  private void spreadAround(double value, long times) {
    double distance = value - mean;
    mean += distance * times / seen;
    squares += times * distance * (value - mean);
  }

  private boolean isHere(long place, long times) {
    return place >= seen && place < seen + times;
  }

  private double place(int index) {
    return (count - 1) * QUANTILES[index];
  }

  private double quantile(int index) {
    double place = place(index);
    return below[index] + (above[index] - below[index]) * (place - (long) place);
  }
}
