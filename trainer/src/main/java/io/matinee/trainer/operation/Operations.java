package io.matinee.trainer.operation;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.error.UsedRequestId;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Microseconds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The long-running operations: those at work, and the newest {@value #KEPT} that have ended. States
 * are in the database; the news of those at work are in memory, since a trainer that dies ends them
 * anyway. Thread-safe.
 */
public final class Operations {
  /** How many operations are kept after their end. */
  public static final int KEPT = 1_000;

  private static final long LOOK_UP = TimeUnit.SECONDS.toNanos(1);

  private final Database database;
  private final Clock clock;
  private final Map<String, Active> active = new ConcurrentHashMap<>();

  /** The operations of a database. */
  public Operations(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Begins an operation, or finds the one that an equal request has begun.
   *
   * @param requestId makes a repeated call the same call; empty for none
   * @param progress the first news, as JSON
   * @throws MatineeException INVALID_REQUEST when the request id has begun one of another target
   */
  public Begun begin(OperationKind kind, String target, String requestId, String progress) {
    Instant now = Microseconds.now(clock);
    String id = kind.prefix() + "-" + UUID.randomUUID();
    Operation operation =
        new Operation(id, kind, target, OperationState.ACTIVE, progress, "", null, now, now);
    active.put(id, new Active(operation));
    boolean fresh = false;
    try {
      Begun begun = database.write(handle -> insertUnlessRepeated(handle, operation, requestId));
      fresh = begun.fresh();
      return begun;
    } finally {
      if (!fresh) {
        active.remove(id);
      }
    }
  }

  /**
   * The operation that a request with this id has begun; empty for an empty id.
   *
   * @throws MatineeException INVALID_REQUEST when it is one of another target
   */
  public Optional<Operation> begunBy(OperationKind kind, String target, String requestId) {
    return requestId.isEmpty()
        ? Optional.empty()
        : database
            .read(handle -> OperationStore.findByRequest(handle, kind, requestId))
            .map(earlier -> ofSameTarget(earlier, target))
            .map(this::withLastNews);
  }

  /** Takes news of an operation, as JSON. */
  public void report(String id, String progress) {
    Active found = active.get(id);
    if (found != null) {
      found.operation = found.operation.withProgress(progress);
    }
  }

  /** Sets what stops the operation's work when it is cancelled; at once if it has been already. */
  public void onCancel(String id, Runnable stop) {
    Active found = active.get(id);
    if (found == null) {
      stop.run();
    } else {
      found.onCancel(stop);
    }
  }

  /** Whether there is nothing more to do for the operation, since somebody has cancelled it. */
  public boolean isCancelled(String id) {
    Active found = active.get(id);
    return found == null || found.cancelled();
  }

  /**
   * Ends an operation well, within the transaction that makes its result visible. Call {@link
   * #ended} after the commit.
   *
   * @throws MatineeException CANCELLED when it has been cancelled meanwhile
   */
  public void succeedWithin(Handle handle, String id, String result) {
    boolean ended =
        OperationStore.end(handle, id, progressOf(handle, id), result, null, clock.instant());
    if (!ended) {
      throw MatineeException.of(Reason.CANCELLED, "The operation was cancelled.");
    }
  }

  /** Ends an operation with an error; one that has ended stays as it is. */
  public void fail(String id, OperationError error) {
    database.write(
        handle ->
            OperationStore.end(handle, id, progressOf(handle, id), "", error, clock.instant()));
    ended(id);
  }

  /** Wakes those who wait for an operation that has ended. */
  public void ended(String id) {
    Active found = active.remove(id);
    if (found != null) {
      found.end.complete(null);
    }
  }

  /**
   * An operation as it is now.
   *
   * @throws MatineeException OPERATION_NOT_FOUND
   */
  public Operation get(String id) {
    return database
        .read(handle -> OperationStore.find(handle, id))
        .map(this::withLastNews)
        .orElseThrow(
            () ->
                MatineeException.of(
                        Reason.OPERATION_NOT_FOUND, "There is no operation operations/" + id + ".")
                    .with("operation", "operations/" + id));
  }

  /**
   * Operations, newest first.
   *
   * @param before the id to go on behind; empty for the beginning
   * @param limit how many at most
   */
  public List<Operation> list(String before, int limit) {
    return database.read(handle -> OperationStore.listBefore(handle, before, limit)).stream()
        .map(this::withLastNews)
        .toList();
  }

  /**
   * Waits until the operation has ended or the time is up, and returns it as it is then.
   *
   * @param givenUp whether nobody waits any more; asked once a second
   */
  public Operation await(String id, Duration atMost, BooleanSupplier givenUp)
      throws InterruptedException {
    Active found = active.get(id);
    if (found != null) {
      long end = System.nanoTime() + atMost.toNanos();
      for (long left = atMost.toNanos();
          left > 0 && !givenUp.getAsBoolean() && !found.endsWithin(Math.min(left, LOOK_UP));
          left = end - System.nanoTime()) {}
    }
    return get(id);
  }

  /**
   * Cancels an operation: it ends as CANCELLED and its work is stopped. One that has ended stays as
   * it is.
   */
  public void cancel(String id) {
    get(id);
    Active found = active.get(id);
    fail(id, OperationError.of(Reason.CANCELLED, "The operation was cancelled."));
    if (found != null) {
      found.cancel();
    }
  }

  /** Lets those who wait go with what is known now, since the trainer stops. */
  public void releaseWaiting() {
    active.values().forEach(waited -> waited.end.complete(null));
  }

  /** Ends every operation that a trainer before this one has left at work. */
  public void loseActive(String why) {
    List<Operation> lost = database.read(OperationStore::active);
    for (Operation operation : lost) {
      fail(operation.id(), OperationError.of(Reason.RUN_LOST, why));
    }
  }

  private static Begun insertUnlessRepeated(Handle handle, Operation operation, String requestId) {
    if (!requestId.isEmpty()) {
      Optional<Operation> earlier =
          OperationStore.findByRequest(handle, operation.kind(), requestId);
      if (earlier.isPresent()) {
        return new Begun(ofSameTarget(earlier.get(), operation.target()), false);
      }
    }
    OperationStore.insert(handle, operation, requestId.isEmpty() ? null : requestId);
    OperationStore.forgetEnded(handle, KEPT);
    return new Begun(operation, true);
  }

  private static Operation ofSameTarget(Operation earlier, String target) {
    if (earlier.target().equals(target)) {
      return earlier;
    }
    throw UsedRequestId.refusal();
  }

  private Operation withLastNews(Operation stored) {
    Active found = active.get(stored.id());
    return found == null || stored.ended()
        ? stored
        : stored.withProgress(found.operation.progress());
  }

  private String progressOf(Handle handle, String id) {
    Active found = active.get(id);
    return found != null
        ? found.operation.progress()
        : OperationStore.find(handle, id).map(Operation::progress).orElse("{}");
  }

  /**
   * The answer to a request to begin.
   *
   * @param operation the operation
   * @param fresh false when an equal request had begun it before
   */
  public record Begun(Operation operation, boolean fresh) {}

  private static final class Active {
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> cancellation = new CompletableFuture<>();
    private volatile Operation operation;

    private Active(Operation operation) {
      this.operation = operation;
    }

    private void cancel() {
      cancellation.complete(null);
    }

    private boolean endsWithin(long nanoseconds) throws InterruptedException {
      try {
        end.get(nanoseconds, TimeUnit.NANOSECONDS);
        return true;
      } catch (TimeoutException stillActive) {
        return false;
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private boolean cancelled() {
      return cancellation.isDone();
    }

    private void onCancel(Runnable stop) {
      var _ = cancellation.thenRun(stop);
    }
  }
}
