package io.matinee.model.metric.beyond;

import io.matinee.model.catalogue.Space;

/**
 * Intra-list diversity = mean over the unordered pairs of a list of 1 - cosine (Ziegler et al., WWW
 * 2005). A movie is not paired with itself; vectors are not rescaled.
 */
public final class IntraListDiversity {
  /** The name of the metric, in whatever space. */
  public static final String NAME = "intra_list_diversity";

  private IntraListDiversity() {}

  /**
   * Returns the diversity of one list.
   *
   * @param list indices of distinct movies
   * @param space where the cosines are taken; a movie without a direction has cosine 0 to any other
   * @return in [0, 2]; NaN for fewer than two movies
   */
  public static double of(int[] list, Space space) {
    double pairs = list.length * (list.length - 1.0) / 2;
    return pairs < 1 ? Double.NaN : 1 - space.pairSum(list) / pairs;
  }
}
