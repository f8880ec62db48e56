package io.matinee.trainer.algorithm.tensorflow;

/**
 * The constants of Adam (Kingma and Ba 2015), with e where Keras and TensorFlow have it:
 *
 * <pre>
 *   m' = b1 m + (1 - b1) g      v' = b2 v + (1 - b2) g^2      w' = w - rate_t m' / (sqrt(v') + e)
 *   rate_t = rate sqrt(1 - b2^t) / (1 - b1^t)
 * </pre>
 *
 * @param firstDecay b1
 * @param secondDecay b2
 * @param epsilon e
 */
record Adam(float firstDecay, float secondDecay, float epsilon) {

  /** What Keras has unless told otherwise. */
  static final Adam USUAL = new Adam(.9f, .999f, 1e-7f);

  /** Returns the rate of step t, from 1, corrected for the moments' bias. */
  double rate(double learningRate, long step) {
    double bias =
        Math.sqrt(1 - Math.pow(secondDecay, (double) step))
            / (1 - Math.pow(firstDecay, (double) step));
    return learningRate * bias;
  }
}
