package io.matinee.trainer.algorithm.tensorflow;

/**
 * The constants of a factorisation's graph.
 *
 * @param users the rows of the user table
 * @param movies the rows of the movie table
 * @param dimensions the length of a vector
 * @param batchSize examples per step
 * @param steps steps chained in one call
 * @param regularisation the weight of the squared vectors in an example's loss
 * @param minimum the scale's least rating
 * @param range the scale's greatest rating minus its least
 * @param offset the logit that every prediction starts from
 */
record FactorisationShape(
    int users,
    int movies,
    int dimensions,
    int batchSize,
    int steps,
    float regularisation,
    float minimum,
    float range,
    float offset) {

  /** How many numbers a row of weights has beside the vector: the biases of user and movie. */
  static final int BIASES = 2;

  /** Returns a row of weights: the vector, the user's bias and the movie's bias. */
  int width() {
    return dimensions + BIASES;
  }
}
