package io.matinee.trainer.algorithm.neighbours;

import java.util.Map;

/**
 * What leaving weak weights out costs: of a seeded sample of users a fifth of the likes is withheld
 * from a fit and from the sum that makes a score, and all movies but the other likes are ranked.
 *
 * @param users how many users were drawn
 * @param all the mean NDCG@10 of the withheld likes by all weights
 * @param kept the same by the weights that are kept
 */
record PruningLoss(int users, double all, double kept) {

  /** Where nobody likes enough to withhold something. */
  static final PruningLoss UNKNOWN = new PruningLoss(0, Double.NaN, Double.NaN);

  /** Returns the figures by the names that a version keeps them under; none without users. */
  Map<String, Double> figures() {
    return users == 0
        ? Map.of()
        : Map.of("ndcg_at_10_all_weights", all, "ndcg_at_10_kept_weights", kept);
  }
}
