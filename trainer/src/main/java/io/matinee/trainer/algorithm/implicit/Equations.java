package io.matinee.trainer.algorithm.implicit;

import io.matinee.model.scoring.FactorObjective;
import io.matinee.trainer.algorithm.likes.Likes;

/**
 * The equations of all rows of one side.
 *
 * @param fixed the fixed side Y, on the axes on which Y'Y is diagonal
 * @param likes what each row likes of it
 * @param squares [d], that diagonal
 * @param liked how many rows of the fixed side anyone likes
 * @param objective what is minimised
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
record Equations(
    FactorRows fixed,
    Likes likes,
    double[] squares,
    int liked,
    FactorObjective.Implicit objective) {

  /** Returns the weight of a row's squared length. */
  double regularisation(int row) {
    return objective.weight(likes.count(row), liked);
  }
}
