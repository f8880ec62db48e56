package io.matinee.model.metric.ranking;

/**
 * Precision@k = relevant movies among the first k, by k. A list of fewer than k movies is not
 * excused: it is divided by k as well (Herlocker et al., TOIS 2004).
 */
public final class Precision {
  /** The name of the metric. */
  public static final String NAME = "precision";

  private Precision() {}

  /**
   * Returns the figure of one user.
   *
   * @param list indices of distinct movies, best first; may be shorter than k
   * @param relevant the movies that are relevant to the user
   * @param k the cut-off, at least 1
   * @return in [0, 1]; NaN when no movie is relevant
   */
  public static double of(int[] list, Relevance relevant, int k) {
    Relevance.requireCutOff(k);
    if (relevant.count() == 0) {
      return Double.NaN;
    }
    return (double) relevant.hits(list, k) / k;
  }
}
