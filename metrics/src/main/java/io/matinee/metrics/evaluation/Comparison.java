package io.matinee.metrics.evaluation;

import io.matinee.model.metric.Bootstrap;
import io.matinee.model.metric.Estimate;
import io.matinee.model.metric.PairedSample;
import java.util.ArrayList;
import java.util.List;

/**
 * Two contestants beside each other by one metric, before their difference is summed up.
 *
 * @param first the measurement of the first
 * @param second the measurement of the second
 * @param pair the values of both
 */
record Comparison(Measurement first, Measurement second, PairedSample pair) {

  /** Pairs up what compares: each contestant with those after it. */
  static List<Comparison> of(List<Measurement> measurements) {
    List<Comparison> comparisons = new ArrayList<>();
    for (int first = 0; first < measurements.size(); first++) {
      for (Measurement second : measurements.subList(first + 1, measurements.size())) {
        if (compare(measurements.get(first), second)) {
          comparisons.add(of(measurements.get(first), second));
        }
      }
    }
    return comparisons;
  }

  /** Sums up the difference; there must be a user of whom both have a value. */
  PairedDifference sumUp(Bootstrap bootstrap, double probability) {
    Estimate difference = bootstrap.difference(pair);
    return new PairedDifference(
        first.contestant(),
        second.contestant(),
        first.name(),
        difference.mean(),
        new Interval(difference.low(), difference.high(), Interval.Method.PERCENTILE_BOOTSTRAP),
        probability,
        outcomes(),
        difference.decidingCount());
  }

  private PairedDifference.Outcomes outcomes() {
    long greater = pair.greater();
    long smaller = pair.smaller();
    long equal = pair.users().length - greater - smaller;
    return first.name().isError()
        ? new PairedDifference.Outcomes(smaller, equal, greater)
        : new PairedDifference.Outcomes(greater, equal, smaller);
  }

  private static Comparison of(Measurement first, Measurement second) {
    return new Comparison(first, second, new PairedSample(first.sample(), second.sample()));
  }

  private static boolean compare(Measurement first, Measurement second) {
    FigureName name = first.name();
    return name.equals(second.name()) && name.isComparable() && name.isOfAll();
  }
}
