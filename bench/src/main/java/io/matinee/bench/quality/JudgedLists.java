package io.matinee.bench.quality;

import io.matinee.model.metric.ranking.NormalisedDiscountedCumulativeGain;
import io.matinee.model.metric.ranking.Relevance;
import io.matinee.model.ratings.RatingsMatrix;
import java.util.stream.IntStream;

/** Lists of ten judged by ratings that were kept back. */
final class JudgedLists {
  /** How long lists are. */
  static final int LENGTH = 10;

  private JudgedLists() {}

  /**
   * Returns the NDCG@10 of each user's list; NaN for who likes nothing of what was kept back.
   *
   * @param lists [users], best first
   * @param heldOut what was kept back, of the same users
   */
  static double[] gains(int[][] lists, RatingsMatrix heldOut) {
    return IntStream.range(0, lists.length)
        .mapToDouble(user -> gain(lists[user], heldOut, user))
        .toArray();
  }

  /** Returns the NDCG@10 of a user's list; NaN for who likes nothing of what was kept back. */
  static double gain(int[] list, RatingsMatrix heldOut, int user) {
    return NormalisedDiscountedCumulativeGain.of(list, Relevance.of(liked(heldOut, user)), LENGTH);
  }

  /** Returns the movies that a user likes, ascending. */
  static int[] liked(RatingsMatrix ratings, int user) {
    float least = RatedSet.SCALE.relevanceThreshold();
    return IntStream.range(ratings.userStart(user), ratings.userEnd(user))
        .filter(position -> ratings.ratingAt(position) >= least)
        .map(ratings::movieAt)
        .toArray();
  }
}
