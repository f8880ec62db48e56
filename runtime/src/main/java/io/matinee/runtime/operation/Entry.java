package io.matinee.runtime.operation;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * An operation in memory, with those who wait for it. Who wants to end it claims that first: only
 * the first one does. Thread-safe.
 */
final class Entry {
  private static final Logger LOG = Logger.getLogger(Entry.class);

  private final Set<CompletableFuture<@Nullable Void>> waiting = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<@Nullable Void> stopped = new CompletableFuture<>();
  private final AtomicBoolean claimed = new AtomicBoolean();
  private volatile Operation operation;

  Entry(Operation operation) {
    this.operation = operation;
    claimed.set(operation.ended());
  }

  Operation operation() {
    return operation;
  }

  /** Returns whether the caller, and nobody else, is to end the operation now. */
  boolean claimEnd() {
    return claimed.compareAndSet(false, true);
  }

  /** Takes news, unless the operation ends. */
  synchronized void report(String news) {
    if (!claimed.get()) {
      operation = operation.withProgress(news);
    }
  }

  /** Shows the end, once it is saved, to those who wait and those who come. */
  void show(Operation ended) {
    synchronized (this) {
      operation = ended;
    }
    release();
  }

  /** Lets those who wait go with what is known now. */
  void release() {
    waiting.forEach(waiter -> waiter.complete(null));
  }

  /** Stops the work. */
  void stop() {
    stopped.complete(null);
  }

  boolean isStopped() {
    return stopped.isDone();
  }

  void onStop(Runnable step) {
    var unused =
        stopped
            .thenRun(step)
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    LOG.errorf(failure, "%s could not be stopped", operation.id());
                  }
                });
  }

  /** Waits for the end, until the time is up or nobody waits any more. */
  void await(long nanoseconds, CompletableFuture<?> givenUp) throws InterruptedException {
    CompletableFuture<@Nullable Void> waiter = new CompletableFuture<>();
    waiting.add(waiter);
    try {
      if (!operation.ended()) {
        CompletableFuture.anyOf(waiter, givenUp).get(nanoseconds, TimeUnit.NANOSECONDS);
      }
    } catch (TimeoutException stillActive) {
      // The caller looks how far it is.
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      waiting.remove(waiter);
    }
  }
}
