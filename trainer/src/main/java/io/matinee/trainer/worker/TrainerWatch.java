package io.matinee.trainer.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/**
 * Ends a worker whose trainer is gone. The trainer holds the standard input of its worker open and
 * never writes to it; the system closes it when the trainer dies, however it dies.
 */
final class TrainerWatch {
  /** The exit status of a worker that its trainer has left. */
  static final int LEFT_ALONE = 4;

  private static final Logger LOG = Logger.getLogger(TrainerWatch.class);

  private TrainerWatch() {}

  /**
   * Watches an input from now on, without keeping the process from its end.
   *
   * @param input what the trainer holds open
   * @param leftAlone what to do once it is closed
   */
  static void begin(InputStream input, Runnable leftAlone) {
    Thread.ofPlatform()
        .name("trainer-watch")
        .daemon()
        .start(
            () -> {
              awaitEnd(input);
              leftAlone.run();
            });
  }

  /** Ends this process at once: there is nobody left to publish what it would write. */
  static void halt() {
    LOG.warn("The trainer is gone; the run ends with it.");
    Runtime.getRuntime().halt(LEFT_ALONE);
  }

  private static void awaitEnd(InputStream input) {
    try {
      long unexpected = input.transferTo(OutputStream.nullOutputStream());
      LOG.debugf("the input ended after %d bytes", unexpected);
    } catch (IOException broken) {
      LOG.debug("the input broke", broken);
    }
  }
}
