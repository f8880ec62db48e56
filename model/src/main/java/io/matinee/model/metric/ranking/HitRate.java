package io.matinee.model.metric.ranking;

/**
 * Hit rate@k = 1 when a relevant movie is among the first k, else 0 (Deshpande and Karypis, TOIS
 * 2004).
 */
public final class HitRate {
  /** The name of the metric. */
  public static final String NAME = "hit_rate";

  private HitRate() {}

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
    return relevant.hits(list, k) > 0 ? 1 : 0;
  }
}
