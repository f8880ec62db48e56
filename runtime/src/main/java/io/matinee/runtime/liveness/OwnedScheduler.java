package io.matinee.runtime.liveness;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One thread with a timer, whose failures are not lost in futures that nobody asks: each goes to
 * the thread's handler of uncaught exceptions, {@link UncaughtFailures} in a service, and then to
 * the owner, who begins anew what the failed step was part of. After a shutdown tasks are dropped.
 */
public final class OwnedScheduler extends ScheduledThreadPoolExecutor {
  private final Runnable restart;

  /** Makes a scheduler whose steps stand for themselves. */
  public OwnedScheduler(String name) {
    this(name, () -> {});
  }

  /**
   * Makes a scheduler.
   *
   * @param name of its thread
   * @param restart is run on the thread after a step has failed; it must not fail itself, and must
   *     begin anew after a pause rather than at once
   */
  public OwnedScheduler(String name, Runnable restart) {
    super(
        1,
        Thread.ofPlatform().name(name).daemon().factory(),
        new ThreadPoolExecutor.DiscardPolicy());
    this.restart = restart;
    setRemoveOnCancelPolicy(true);
  }

  /** Runs a task again and again, also after it has failed. */
  public void every(Duration period, Runnable task) {
    var unused =
        scheduleAtFixedRate(
            () -> {
              try {
                task.run();
              } catch (RuntimeException failure) {
                fail(failure);
              }
            },
            period.toNanos(),
            period.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  @Override
  protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
    super.afterExecute(task, thrown);
    Throwable failure = thrown == null && task instanceof Future<?> step ? failure(step) : thrown;
    if (failure != null) {
      fail(failure);
    }
  }

  private void fail(Throwable failure) {
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    restart.run();
  }

  private static @Nullable Throwable failure(Future<?> step) {
    if (!step.isDone()) {
      return null; // a periodic task between two runs
    }
    try {
      step.get();
      return null;
    } catch (CancellationException wanted) {
      return null;
    } catch (ExecutionException failed) {
      return failed.getCause();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
