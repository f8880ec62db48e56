package io.matinee.bench.quality;

import io.matinee.bench.Figure;
import io.matinee.model.metric.Bootstrap;
import io.matinee.model.metric.Estimate;
import io.matinee.model.metric.PairedSample;
import io.matinee.model.metric.Sample;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * What contestants reach for the same users over several trials. A user of several trials is one
 * user, drawn with all of them; a contestant loses to another when the whole 95 % interval of its
 * difference is below 0. Used by one thread.
 */
final class Contest {
  private static final long SEED = 11;
  private static final int RESAMPLES = 2_000;

  private final int users;
  private final Map<String, double[]> sums = new LinkedHashMap<>();
  private final Map<String, double[]> counts = new LinkedHashMap<>();

  /** A contest of so many users. */
  Contest(int users) {
    this.users = users;
  }

  /**
   * Adds what a contestant reaches in a trial.
   *
   * @param firstUser the number of the trial's first user
   * @param values of each user; NaN where there is none
   */
  void add(String contestant, int firstUser, double[] values) {
    double[] sum = sums.computeIfAbsent(contestant, one -> new double[users]);
    double[] count = counts.computeIfAbsent(contestant, one -> new double[users]);
    for (int user = 0; user < values.length; user++) {
      if (!Double.isNaN(values[user])) {
        sum[firstUser + user] += values[user];
        count[firstUser + user]++;
      }
    }
  }

  /** Returns the mean over all users and trials. */
  double mean(String contestant) {
    Sample sample = sample(contestant);
    return Arrays.stream(sample.sums()).sum() / Arrays.stream(sample.counts()).sum();
  }

  /** Returns by how much one contestant is above another. */
  Estimate difference(String first, String second) {
    PairedSample pair = new PairedSample(sample(first), sample(second));
    return Bootstrap.of(List.of(), List.of(pair), SEED, RESAMPLES, () -> {}).difference(pair);
  }

  /** Returns the figure that holds unless one contestant loses to another. */
  Figure notLosing(String name, String first, String second) {
    Estimate difference = difference(first, second);
    return Figure.atLeast(
        "%s: %s - %s, upper end (mean %+.4f)".formatted(name, first, second, difference.mean()),
        difference.high(),
        "",
        0);
  }

  /** Returns the mean of a contestant as a figure. */
  Figure figure(String name, String contestant) {
    return Figure.reported(name + ": " + contestant, mean(contestant), "");
  }

  private Sample sample(String contestant) {
    return new Sample(
        Objects.requireNonNull(sums.get(contestant)),
        Objects.requireNonNull(counts.get(contestant)),
        DoubleUnaryOperator.identity());
  }
}
