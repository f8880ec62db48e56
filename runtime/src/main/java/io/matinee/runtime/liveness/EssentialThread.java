package io.matinee.runtime.liveness;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that works until its work is done. When the work fails, the failure goes to the thread's
 * handler of uncaught exceptions and the work begins anew after a pause; when it fails too often in
 * a row, or with an {@link Error}, the thread gives up, which ends a service (see {@link
 * UncaughtFailures}).
 */
public final class EssentialThread {
  private static final int MOST_FAILURES = 10;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration WELL = Duration.ofMinutes(1);

  private EssentialThread() {}

  /** Starts a thread; its work is done when it returns. */
  public static Thread start(String name, Runnable work) {
    return start(name, work, PAUSE);
  }

  static Thread start(String name, Runnable work, Duration pause) {
    return Thread.ofPlatform().name(name).start(() -> keepAtIt(work, pause));
  }

  private static void keepAtIt(Runnable work, Duration pause) {
    for (int failures = 1; ; failures++) {
      long start = System.nanoTime();
      try {
        work.run();
        return;
      } catch (RuntimeException failure) {
        if (System.nanoTime() - start > WELL.toNanos()) {
          failures = 1;
        }
        tell(
            failures < MOST_FAILURES
                ? failure
                : new AssertionError("it failed again and again", failure));
        if (failures >= MOST_FAILURES) {
          return;
        }
        LockSupport.parkNanos(pause.toNanos());
      }
    }
  }

  private static void tell(Throwable failure) {
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
  }
}
