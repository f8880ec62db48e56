package io.matinee.trainer.algorithm;

import java.util.concurrent.CancellationException;

/** Asks a training to end early. Thread-safe. */
public final class Cancellation {

  private volatile boolean requested;

  /** Makes one that nobody has requested. */
  public Cancellation() {}

  /** Asks the training to end. */
  public void request() {
    requested = true;
  }

  /**
   * Ends a training that has been asked to; to be called between steps that take seconds.
   *
   * @throws CancellationException if it has been
   */
  public void check() {
    if (requested) {
      throw new CancellationException("The training was stopped.");
    }
  }
}
