package io.matinee.model.metric.ranking;

/**
 * NDCG@k with binary gain: DCG = sum of 1 / log2(1 + r) over the ranks r, from 1, of relevant
 * movies among the first k, by the same sum over the ranks 1 to min(k, relevant movies) (Järvelin
 * and Kekäläinen, TOIS 2002).
 */
public final class NormalisedDiscountedCumulativeGain {
  /** The name of the metric. */
  public static final String NAME = "ndcg";

  private NormalisedDiscountedCumulativeGain() {}

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
    double gain = 0;
    for (int rank = 0; rank < Math.min(k, list.length); rank++) {
      gain += relevant.contains(list[rank]) ? discount(rank) : 0;
    }
    double ideal = 0;
    for (int rank = 0; rank < Math.min(k, relevant.count()); rank++) {
      ideal += discount(rank);
    }
    return gain / ideal;
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 2);
  }
}
