package io.matinee.cli.upload;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Set;

/**
 * How often a broken upload is gone on with: while attempts bring bytes, and else five times, after
 * pauses that double. Used by one thread.
 */
final class Resumption {
  private static final Set<Status.Code> BROKEN =
      Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);
  private static final int FRUITLESS = 5;

  private final Duration firstPause;
  private boolean underWay;
  private int fruitless;
  private long furthest;

  /** Begins with a pause of a length. */
  Resumption(Duration firstPause) {
    this.firstPause = firstPause;
  }

  /** Returns whether an attempt has failed. */
  boolean isUnderWay() {
    return underWay;
  }

  /**
   * Waits before the next attempt.
   *
   * @param failure how the last one ended
   * @param offset where it began
   * @throws StatusRuntimeException the failure, when there shall be no other attempt
   */
  void await(StatusRuntimeException failure, long offset) {
    underWay = true;
    fruitless = offset > furthest ? 0 : fruitless + 1;
    furthest = Math.max(furthest, offset);
    if (!BROKEN.contains(failure.getStatus().getCode()) || fruitless == FRUITLESS) {
      throw failure;
    }
    try {
      Thread.sleep(firstPause.multipliedBy(1L << fruitless));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
