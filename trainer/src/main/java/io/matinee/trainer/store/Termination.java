package io.matinee.trainer.store;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The end of work: none is taken any more, and what goes on is waited for. */
public final class Termination {
  private static final Logger LOG = Logger.getLogger(Termination.class);
  private static final int SECONDS = 5;

  private Termination() {}

  /**
   * Takes no new work once the end has begun.
   *
   * @throws MatineeException SHUTTING_DOWN when it has
   */
  public static void refuseWork(boolean ending) {
    if (ending) {
      throw MatineeException.of(Reason.SHUTTING_DOWN, "The trainer is stopping; repeat the call.");
    }
  }

  /** Waits for an executor that has been shut down, for some seconds at most. */
  public static void await(ExecutorService executor) {
    try {
      if (!executor.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
        LOG.warnf("work was still going on after %d s", SECONDS);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
