package io.matinee.trainer.worker;

import io.matinee.trainer.algorithm.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Passes on to the training that this process shall end (SIGTERM), and keeps the process until the
 * worker has said so, or for so long as whoever stops processes is patient.
 */
final class StopSignal implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(StopSignal.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch ended = new CountDownLatch(1);

  private StopSignal() {}

  /** Listens from now on. */
  static StopSignal listen() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop-signal").unstarted(signal::pass));
    return signal;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** Lets the process end: the worker has. */
  @Override
  public void close() {
    ended.countDown();
  }

  private void pass() {
    cancellation.request();
    try {
      if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("The training did not end in time; the process ends without it.");
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
