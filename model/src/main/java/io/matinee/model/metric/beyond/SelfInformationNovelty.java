package io.matinee.model.metric.beyond;

import io.matinee.model.catalogue.Catalogue;

/**
 * Novelty by self-information = mean over a list of log2(U / p(m)), with U the number of users and
 * p(m) the number of training ratings of the movie (Zhou et al., PNAS 2010). In bits: 0 when
 * everybody rated every movie of the list. Movies without a training rating are left out.
 */
public final class SelfInformationNovelty {
  /** The name of the metric. */
  public static final String NAME = "novelty_self_information";

  private SelfInformationNovelty() {}

  /**
   * Returns the novelty of one list.
   *
   * @param list indices of movies
   * @param userCount the number of users of the training part, at least the rating count of any
   *     movie
   * @return in bits; NaN when no movie of the list has a training rating
   */
  public static double of(int[] list, Catalogue catalogue, int userCount) {
    double sum = 0;
    int count = 0;
    for (int movie : list) {
      if (catalogue.ratingCount(movie) > 0) {
        sum += Math.log((double) userCount / catalogue.ratingCount(movie)) / Math.log(2);
        count++;
      }
    }
    return sum / count;
  }
}
