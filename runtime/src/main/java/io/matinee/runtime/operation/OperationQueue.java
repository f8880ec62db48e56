package io.matinee.runtime.operation;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The operations of a kind: one at a time, the others wait in the order in which they were asked
 * for. Thread-safe.
 */
public final class OperationQueue {
  private static final Logger LOG = Logger.getLogger(OperationQueue.class);
  private static final int PATIENCE_SECONDS = 5;

  private final OperationKind kind;
  private final int limit;
  private final Operations operations;
  private final ThreadPoolExecutor thread;

  OperationQueue(OperationKind kind, int limit, Operations operations) {
    this.kind = kind;
    this.limit = limit;
    this.operations = operations;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limit),
            Thread.ofPlatform().name("operation-" + kind.name()).daemon().factory());
  }

  /** Returns the kind of its operations. */
  public OperationKind kind() {
    return kind;
  }

  /**
   * Returns the operation that an equal request has begun, unless {@link #begin} would begin it
   * anew.
   *
   * @throws MatineeException REQUEST_ID_REUSED when another request has used its id
   */
  public Optional<Operation> begunBy(String parent, Optional<RequestKey> request) {
    return operations.begunBy(kind, parent, request);
  }

  /**
   * Begins an operation, or finds the one that an equal request has begun; then the work is not
   * run.
   *
   * @throws MatineeException QUEUE_FULL when too many wait, REQUEST_ID_REUSED, SHUTTING_DOWN, or
   *     STORAGE_FULL when there is no room for its record
   */
  public Begun begin(Submission submission, Work work) {
    return operations.begin(this, submission, work);
  }

  /**
   * Makes sure that one more operation can wait now.
   *
   * @throws MatineeException QUEUE_FULL
   */
  public void requireRoom() {
    if (thread.getQueue().remainingCapacity() == 0) {
      throw MatineeException.of(
          Reason.QUEUE_FULL,
          "%d operations of the kind %s are waiting; repeat when one has ended."
              .formatted(limit, kind.name()));
    }
  }

  /** Adds a task, for which there must be room. */
  void add(Task task) {
    thread.execute(task);
    task.onStop(
        () -> {
          if (thread.remove(task)) {
            task.abandon();
          }
        });
  }

  /**
   * Interrupts the task under way, and waits for it a little; the others must have been stopped.
   */
  void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warnf("work of the kind %s still goes on; it ends with the process", kind.name());
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
