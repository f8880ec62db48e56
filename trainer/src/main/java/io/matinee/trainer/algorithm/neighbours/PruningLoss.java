package io.matinee.trainer.algorithm.neighbours;

import java.util.Map;

/**
 * What leaving weak weights out costs, measured on training users: of a seeded sample of them a
 * fifth of the likes is withheld from the sum that makes a score, and all other movies are ranked.
 * The weights themselves were learnt from all likes, the withheld ones too, so that both figures
 * and their difference are far higher than those of an evaluation: an upper bound of what is lost.
 *
 * @param users how many users were drawn
 * @param all the mean NDCG@10 of the withheld likes by all weights
 * @param kept the same by the weights that are kept
 */
record PruningLoss(int users, double all, double kept) {

  /** The figures by the names that a version keeps them under; none without users. */
  Map<String, Double> figures() {
    return users == 0
        ? Map.of()
        : Map.of("ndcg_at_10_all_weights", all, "ndcg_at_10_kept_weights", kept);
  }
}
