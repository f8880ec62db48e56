package io.matinee.model.metric.beyond;

import io.matinee.model.metric.Estimate;
import io.matinee.model.metric.Jackknife;
import java.util.Arrays;

/**
 * Catalogue coverage@k = distinct movies in the lists of all users, by the number of candidates
 * (Ge, Delgado-Battenfeld and Jannach, RecSys 2010).
 */
public final class CatalogueCoverage {
  /** The name of the metric. */
  public static final String NAME = "catalogue_coverage";

  private CatalogueCoverage() {}

  /**
   * Returns the share of candidates that is recommended to anybody, with a jackknife interval, cut
   * off at 0 and 1: a bootstrap would draw users twice and so see too few distinct movies.
   *
   * @param candidateCount how many movies may be recommended
   * @return in [0, 1]; NaN without candidates
   */
  public static Estimate estimate(RecommendationCounts counts, int candidateCount) {
    int distinct = counts.distinct();
    double[] withoutUser =
        Arrays.stream(counts.inNoOther())
            .mapToDouble(lost -> (distinct - lost) / (double) candidateCount)
            .toArray();
    Estimate free = Jackknife.interval(distinct / (double) candidateCount, withoutUser);
    return new Estimate(
        free.mean(), Math.max(0, free.low()), Math.min(1, free.high()), free.count());
  }
}
