package io.matinee.trainer.algorithm;

/**
 * A way to learn a scorer from ratings. Implementations are stateless, have a public constructor
 * without arguments and are listed in {@code
 * META-INF/services/io.matinee.trainer.algorithm.Algorithm}.
 */
public interface Algorithm {

  /** What it is and what can be set; needs no native library. */
  AlgorithmDescription description();

  /**
   * Trains a scorer. The same task gives the same factors, bit for bit.
   *
   * @param task the ratings and the settings
   * @param listener told after every epoch, on the calling thread
   */
  TrainedScorer train(TrainingTask task, ProgressListener listener);
}
