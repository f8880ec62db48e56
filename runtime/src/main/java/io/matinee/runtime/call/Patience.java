package io.matinee.runtime.call;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for a caller to do something, so long and no longer. Thread safe. */
final class Patience {
  private final Duration longest;
  private final ScheduledExecutorService timer;
  private final Runnable lost;
  private @Nullable Future<?> waiting;
  private boolean over;

  /**
   * Makes one that does not wait yet.
   *
   * @param longest how long it waits at a time
   * @param timer measures that
   * @param lost is run on the timer's thread when it has waited so long
   */
  Patience(Duration longest, ScheduledExecutorService timer, Runnable lost) {
    this.longest = longest;
    this.timer = timer;
    this.lost = lost;
  }

  /** Waits from now on, unless it has begun to before. */
  synchronized void begin() {
    if (waiting == null && !over) {
      waiting = timer.schedule(lost, longest.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** Waits no more, since the caller has done it. */
  synchronized void end() {
    if (waiting != null) {
      waiting.cancel(false);
      waiting = null;
    }
  }

  /** Never waits again. */
  synchronized void over() {
    over = true;
    end();
  }
}
