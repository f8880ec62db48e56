package io.matinee.trainer.execution;

/**
 * A run at work. {@link #await} is for one thread; the others may be called by any, at any time and
 * more than once.
 */
public interface Execution extends AutoCloseable {
  /**
   * Waits for the end; the snapshot is complete in the run's staging when this returns.
   *
   * @throws io.matinee.runtime.error.MatineeException why the run failed; CANCELLED when it was
   *     cancelled
   */
  void await() throws InterruptedException;

  /** Ends the run at once, without waiting for it. */
  void cancel();

  /** Ends the run if it has not ended; when this returns nothing writes to its staging any more. */
  @Override
  void close();
}
