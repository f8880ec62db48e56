package io.matinee.model.metric.ranking;

/**
 * Average precision@k = sum over the ranks r of relevant movies among the first k of precision@r,
 * by min(k, relevant movies) (Voorhees and Harman, TREC 2005). Its mean over users is MAP.
 */
public final class AveragePrecision {
  /** The name of the metric. */
  public static final String NAME = "map";

  private AveragePrecision() {}

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
    double sum = 0;
    int hits = 0;
    for (int rank = 0; rank < Math.min(k, list.length); rank++) {
      if (relevant.contains(list[rank])) {
        hits++;
        sum += (double) hits / (rank + 1);
      }
    }
    return sum / Math.min(k, relevant.count());
  }
}
