package io.matinee.model.metric.ranking;

/**
 * Reciprocal rank@k = 1 / r, with r the rank, from 1, of the first relevant movie among the first
 * k; 0 when there is none (Voorhees, TREC-8, 1999). Its mean over users is MRR.
 */
public final class MeanReciprocalRank {
  /** The name of the metric. */
  public static final String NAME = "mrr";

  private MeanReciprocalRank() {}

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
    for (int rank = 0; rank < Math.min(k, list.length); rank++) {
      if (relevant.contains(list[rank])) {
        return 1.0 / (rank + 1);
      }
    }
    return 0;
  }
}
