package io.matinee.trainer.algorithm.automatic;

import io.matinee.model.metric.Sample;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** What a contender reached over the rounds, by user. Used by one thread. */
final class Gains {

  private final double[] sums;
  private final double[] counts;

  Gains(int users) {
    this.sums = new double[users];
    this.counts = new double[users];
  }

  /** Adds a round: of each user the gain, NaN where there is none. */
  void add(double[] gains) {
    for (int user = 0; user < gains.length; user++) {
      if (!Double.isNaN(gains[user])) {
        sums[user] += gains[user];
        counts[user]++;
      }
    }
  }

  /** Returns whether anybody was judged. */
  boolean isDefined() {
    return Arrays.stream(counts).anyMatch(count -> count > 0);
  }

  /** Returns the mean over users and rounds. */
  double mean() {
    return Arrays.stream(sums).sum() / Arrays.stream(counts).sum();
  }

  /** Returns the gains for comparisons over the same users. */
  Sample sample() {
    return new Sample(sums.clone(), counts.clone(), DoubleUnaryOperator.identity());
  }
}
