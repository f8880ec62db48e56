package io.matinee.metrics.evaluation;

/** Where running work says how far it is, and learns that it is to stop. */
@FunctionalInterface
public interface Checkpoint {
  /** A checkpoint that nobody watches and that never stops the work. */
  Checkpoint UNWATCHED = progress -> {};

  /**
   * Reports progress.
   *
   * @throws io.matinee.runtime.error.MatineeException CANCELLED when the work is to stop
   */
  void reached(Progress progress);
}
