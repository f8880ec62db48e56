package io.matinee.model.metric.beyond;

import io.matinee.model.metric.Estimate;
import io.matinee.model.metric.Jackknife;

/**
 * Catalogue coverage@k = distinct movies in the lists of all users, by the number of candidates
 * (Ge, Delgado-Battenfeld and Jannach, RecSys 2010).
 */
public final class CatalogueCoverage {
  /** The name of the metric. */
  public static final String NAME = "catalogue_coverage";

  private CatalogueCoverage() {}

  /**
   * The share of candidates that is recommended to anybody.
   *
   * @param lists for each user the indices of the recommended movies
   * @param candidateCount how many movies may be recommended
   * @return in [0, 1]; NaN without candidates
   */
  public static double of(int[][] lists, int candidateCount) {
    return RecommendationCounts.of(lists).distinct() / (double) candidateCount;
  }

  /**
   * The same with a jackknife interval: a bootstrap would draw users twice and so see too few
   * distinct movies.
   */
  public static Estimate estimate(int[][] lists, int candidateCount) {
    RecommendationCounts counts = RecommendationCounts.of(lists);
    double[] withoutUser = new double[lists.length];
    for (int user = 0; user < lists.length; user++) {
      int lost = 0;
      for (int movie : lists[user]) {
        lost += counts.of(movie) == 1 ? 1 : 0;
      }
      withoutUser[user] = (counts.distinct() - lost) / (double) candidateCount;
    }
    return Jackknife.interval(counts.distinct() / (double) candidateCount, withoutUser);
  }
}
