package io.matinee.trainer.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The end of threads that have been told to stop. */
public final class Termination {
  private static final Logger LOG = Logger.getLogger(Termination.class);
  private static final int SECONDS = 5;

  private Termination() {}

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
