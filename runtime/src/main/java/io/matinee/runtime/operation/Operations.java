package io.matinee.runtime.operation;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.error.UsedRequestId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The long-running operations of a service: those that wait or work, and the newest that have
 * ended, in memory and in their records. An end is saved before anybody sees it; where that fails,
 * the end holds until the process ends, and the next one takes the operation for lost. Thread-safe.
 */
public final class Operations implements AutoCloseable {
  private final OperationNames names;
  private final FailureReading failures;
  private final Clock clock;
  private final int queueLimit;
  private final Semaphore waiters;
  private final KeptOperations kept;
  private final List<OperationQueue> queues = new CopyOnWriteArrayList<>();
  private final ReentrantLock changing = new ReentrantLock();
  private final List<Consumer<Operation>> forgottenListeners = new CopyOnWriteArrayList<>();
  private volatile boolean closing;

  /**
   * Opens the operations of records. Those that another process left active have ended as RUN_LOST.
   *
   * @param names how they are named
   * @param failures reads what work throws
   */
  public Operations(
      OperationNames names,
      OperationRecords records,
      FailureReading failures,
      OperationConfiguration configuration,
      Clock clock) {
    this.names = names;
    this.failures = failures;
    this.clock = clock;
    this.queueLimit = configuration.queueLimit();
    this.waiters = new Semaphore(configuration.waiters());
    this.kept = new KeptOperations(names, records, Retention.of(configuration));
    endAll("The service ended before this operation did; nothing of it was kept. Start it again.");
    forgetExpired();
  }

  /** Returns a new queue for a kind of operations; they run one at a time on its thread. */
  public OperationQueue queue(OperationKind kind) {
    OperationQueue queue = new OperationQueue(kind, queueLimit, this);
    queues.add(queue);
    return queue;
  }

  /** Has a listener hear of each operation that was just forgotten, in the thread that did so. */
  public void onForgotten(Consumer<Operation> listener) {
    forgottenListeners.add(listener);
  }

  /** Returns how the operations are named. */
  public OperationNames names() {
    return names;
  }

  /**
   * Makes sure that operations can begin.
   *
   * @throws MatineeException SHUTTING_DOWN when the process ends
   */
  public void requireOpen() {
    if (closing) {
      throw MatineeException.of(Reason.SHUTTING_DOWN, "The service is stopping; repeat the call.");
    }
  }

  /**
   * Returns an operation as it is now.
   *
   * @throws MatineeException OPERATION_NOT_FOUND
   */
  public Operation get(String id) {
    return kept.entry(id).operation();
  }

  /** Returns the operations that a filter takes, newest first. */
  public List<Operation> list(Predicate<Operation> filter) {
    forgetExpired();
    return kept.all().filter(filter).sorted(Retention.NEWEST_FIRST).toList();
  }

  /**
   * Waits until an operation has ended or the time is up, and returns it as it is then.
   *
   * @param givenUp completes when nobody waits any more
   * @throws MatineeException OPERATION_NOT_FOUND, or QUEUE_FULL when as many wait as may
   */
  public Operation await(String id, Duration atMost, CompletableFuture<?> givenUp)
      throws InterruptedException {
    Entry entry = kept.entry(id);
    if (closing || entry.operation().ended()) {
      return entry.operation();
    }
    if (!waiters.tryAcquire()) {
      throw MatineeException.of(
          Reason.QUEUE_FULL, "as many calls as may be wait for operations; ask again in a moment");
    }
    try {
      entry.await(atMost.toNanos(), givenUp);
      return entry.operation();
    } finally {
      waiters.release();
    }
  }

  /**
   * Cancels an operation: it has ended as CANCELLED when this returns, and its work is told to
   * stop. One that has ended, or is just ending well, stays as it is.
   *
   * @throws MatineeException OPERATION_NOT_FOUND
   */
  public void cancel(String id) {
    fail(kept.entry(id), OperationFailure.of(Reason.CANCELLED, "The operation was cancelled."));
  }

  /**
   * Forgets an operation that has ended.
   *
   * @throws MatineeException OPERATION_NOT_FOUND, or OPERATION_ACTIVE
   */
  public void delete(String id) {
    changing.lock();
    try {
      Operation operation = get(id);
      if (!operation.ended()) {
        String name = names.of(id);
        throw MatineeException.of(
                Reason.OPERATION_ACTIVE,
                name + " is still active; cancel it first (CancelOperation), then delete it.")
            .with("operation", name);
      }
      forget(operation);
    } finally {
      changing.unlock();
    }
  }

  /** Forgets the operations that have ended and that a filter takes. */
  public void deleteEnded(Predicate<Operation> filter) {
    changing.lock();
    try {
      kept.all().filter(Operation::ended).filter(filter).toList().forEach(this::forget);
    } finally {
      changing.unlock();
    }
  }

  /**
   * Ends what waits or works as RUN_LOST, takes nothing more, and waits some seconds for the work
   * to stop.
   */
  @Override
  public void close() {
    changing.lock();
    try {
      closing = true;
    } finally {
      changing.unlock();
    }
    endAll("The service was stopped; start this again.");
    queues.forEach(OperationQueue::close);
    kept.entries().forEach(Entry::release);
  }

  /** Returns the operation that an equal request has begun, unless it is to be begun anew. */
  Optional<Operation> begunBy(OperationKind kind, String parent, Optional<RequestKey> request) {
    return kept.all()
        .filter(earlier -> isOfSameRequest(earlier, kind, parent, request))
        .findFirst()
        .map(earlier -> requireEqual(earlier, request))
        .filter(earlier -> earlier.state() != OperationState.FAILED || !kind.repeatsFailures());
  }

  /** Begins an operation, unless an equal request has begun it before. */
  Begun begin(OperationQueue queue, Submission submission, Work work) {
    changing.lock();
    try {
      requireOpen();
      Optional<Operation> earlier =
          begunBy(queue.kind(), submission.parent(), submission.request());
      if (earlier.isPresent()) {
        return new Begun(earlier.get(), false);
      }
      queue.requireRoom();
      Operation operation = Operation.begun(queue.kind().name(), submission, now());
      queue.add(new Task(this, kept.add(operation), work));
      forgetExpired();
      return new Begun(operation, true);
    } finally {
      changing.unlock();
    }
  }

  /** Returns whether no work is given its turn any more. */
  boolean isClosing() {
    return closing;
  }

  /** Fails an operation with what its work threw, when its end is the caller's to tell. */
  void failClaimed(Entry entry, Throwable thrown) {
    kept.fail(entry, failures.read(thrown, names.of(entry.operation().id())), now());
  }

  /**
   * Ends an operation whose work has thrown something after it decided to end well: as recorded,
   * since what keeps the records may have done what it could not confirm, else as failed.
   */
  void endUnconfirmed(Entry entry, Throwable thrown) {
    kept.recordedSuccess(entry.operation().id())
        .ifPresentOrElse(entry::show, () -> failClaimed(entry, thrown));
  }

  /** Returns the operation as it ends well; to be saved before it is shown. */
  Operation succeeded(Entry entry, String result) {
    return entry.operation().succeeded(result, now());
  }

  void save(Operation operation) {
    kept.save(operation);
  }

  private void endAll(String why) {
    OperationFailure lost = OperationFailure.of(Reason.RUN_LOST, why);
    kept.entries().forEach(entry -> fail(entry, lost));
  }

  /**
   * Fails an operation whose end nobody else has claimed. Its work is stopped first: saving may
   * take its time where the records are away.
   */
  private void fail(Entry entry, OperationFailure failure) {
    if (entry.claimEnd()) {
      entry.stop();
      kept.fail(entry, failure, now());
    }
  }

  private static boolean isOfSameRequest(
      Operation earlier, OperationKind kind, String parent, Optional<RequestKey> request) {
    return request.isPresent()
        && earlier.kind().equals(kind.name())
        && earlier.parent().equals(parent)
        && earlier.request().map(RequestKey::id).equals(request.map(RequestKey::id));
  }

  private static Operation requireEqual(Operation earlier, Optional<RequestKey> request) {
    if (earlier.request().equals(request)) {
      return earlier;
    }
    throw UsedRequestId.refusal();
  }

  private void forgetExpired() {
    changing.lock();
    try {
      kept.forgetExpired(clock.instant()).forEach(this::tellForgotten);
    } finally {
      changing.unlock();
    }
  }

  private void forget(Operation ended) {
    kept.delete(ended.id());
    tellForgotten(ended);
  }

  private void tellForgotten(Operation forgotten) {
    forgottenListeners.forEach(listener -> listener.accept(forgotten));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
