package io.matinee.metrics.operation;

import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.metrics.store.EvaluationStore;
import io.matinee.metrics.store.OperationStore;
import io.matinee.runtime.call.RequestId;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.error.UsedRequestId;
import io.matinee.runtime.following.DamagedReads;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * All evaluations of this process, running one at a time (each uses every core) in the order in
 * which they were asked for; and those of earlier processes, read from the stores. One that was cut
 * off with its process has ended as RUN_LOST. Thread-safe.
 */
public final class EvaluationOperations implements AutoCloseable {
  /** Evaluations that may wait while one is running. */
  static final int LONGEST_QUEUE = 16;

  /** Operations that are remembered beside stored evaluations; the oldest ended ones go first. */
  static final int REMEMBERED = 1_000;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Logger LOG = Logger.getLogger(EvaluationOperations.class);
  private static final Comparator<EvaluationOperation> NEWEST_FIRST =
      Comparator.comparing(EvaluationOperation::startTime)
          .reversed()
          .thenComparing(EvaluationOperation::id);

  private final EvaluationWork work;
  private final EvaluationStore store;
  private final OperationRecords records;
  private final Clock clock;
  private final Map<String, EvaluationOperation> byId = new LinkedHashMap<>();
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(LONGEST_QUEUE),
          Thread.ofPlatform().name("evaluation").daemon().factory());

  /**
   * Creates the operations of the stores; those that no process finished end as lost.
   *
   * @param store the evaluations
   * @param unfinished the operations without one
   */
  public EvaluationOperations(
      EvaluationWork work, EvaluationStore store, OperationStore unfinished, Clock clock) {
    this.work = work;
    this.store = store;
    this.records = new OperationRecords(unfinished, store);
    this.clock = clock;
    records.restore().forEach(each -> byId.put(each.id(), each));
  }

  /**
   * Starts an evaluation; a repeated request id returns the operation that it started, unless that
   * one failed: then it starts again.
   *
   * @throws MatineeException QUEUE_FULL when too many are waiting, INVALID_REQUEST when the request
   *     id was another request's, STORAGE_FULL when there is no room for its record
   */
  public synchronized EvaluationOperation start(EvaluationRequest request) {
    String id = OperationId.of(request);
    Optional<EvaluationOperation> known = lookUp(id);
    if (known.isPresent() && !known.get().failed()) {
      return same(known.get(), request);
    }
    requireRoom();
    EvaluationOperation operation = new EvaluationOperation(id, request, clock.instant());
    records.begun(operation);
    forgetOldest();
    byId.put(id, operation);
    worker.execute(RequestId.carriedOn(() -> run(operation)));
    return operation;
  }

  /**
   * Returns an operation.
   *
   * @throws MatineeException OPERATION_NOT_FOUND when there is none with this id
   */
  public synchronized EvaluationOperation get(String id) {
    return lookUp(id)
        .orElseThrow(
            () ->
                MatineeException.of(
                        Reason.OPERATION_NOT_FOUND, "there is no operation " + Excerpt.of(id))
                    .with("operation", id));
  }

  /** Ends an operation as CANCELLED; one that has ended stays as it is. */
  public void cancel(String id) {
    end(get(id), MatineeException.of(Reason.CANCELLED, "the evaluation was cancelled"));
  }

  /** Returns all operations, newest first. */
  public synchronized List<EvaluationOperation> list() {
    Stream<EvaluationOperation> earlier =
        store
            .newestFirst()
            .filter(stored -> !byId.containsKey(stored.evaluation().id()))
            .map(stored -> EvaluationOperation.finished(stored.request(), stored.evaluation()));
    return Stream.concat(byId.values().stream(), earlier).sorted(NEWEST_FIRST).toList();
  }

  /** Ends what is running or waiting as RUN_LOST, and waits until the work has stopped. */
  @Override
  public void close() {
    endAll();
    try {
      if (!worker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("An evaluation still runs; it ends with the process");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /** Operations end before their work is interrupted, which would fail for that instead. */
  private synchronized void endAll() {
    byId.values().forEach(each -> end(each, OperationRecords.lost()));
    worker.shutdownNow();
  }

  private void run(EvaluationOperation operation) {
    try {
      operation.checkpoint().reached(operation.progress());
      Evaluation evaluation = work.run(operation.id(), operation.request(), operation.checkpoint());
      operation.succeed(evaluation);
      records.forget(operation);
    } catch (MatineeException failure) {
      end(operation, failure);
    } catch (OutOfMemoryError memory) {
      LOG.errorf(memory, "Evaluation %s ran out of memory", operation.request());
      end(
          operation,
          MatineeException.of(
              Reason.OUT_OF_MEMORY,
              "the evaluation needs more memory than there is; give the service more (-Xmx)",
              memory));
    } catch (RuntimeException | Error failure) {
      end(operation, DamagedReads.explain(failure).orElseGet(() -> bug(operation, failure)));
    }
  }

  private static MatineeException bug(EvaluationOperation operation, Throwable bug) {
    LOG.errorf(bug, "Evaluation %s of %s failed", operation.id(), operation.request());
    return MatineeException.of(Reason.INTERNAL, "the evaluation failed", bug);
  }

  private void end(EvaluationOperation operation, MatineeException failure) {
    if (!operation.isDone()) {
      records.failed(operation, failure);
      operation.fail(failure);
    }
  }

  private Optional<EvaluationOperation> lookUp(String id) {
    EvaluationOperation here = byId.get(id);
    if (here != null) {
      return Optional.of(here);
    }
    return store
        .find(id)
        .map(stored -> EvaluationOperation.finished(stored.request(), stored.evaluation()));
  }

  private static EvaluationOperation same(EvaluationOperation known, EvaluationRequest request) {
    if (known.request().equals(request)) {
      return known;
    }
    throw UsedRequestId.refusal();
  }

  private void requireRoom() {
    if (worker.isShutdown()) {
      throw MatineeException.of(Reason.SHUTTING_DOWN, "the service is stopping");
    }
    if (worker.getQueue().remainingCapacity() == 0) {
      throw MatineeException.of(
          Reason.QUEUE_FULL,
          LONGEST_QUEUE + " evaluations are waiting; ask again when one has ended");
    }
  }

  private void forget(EvaluationOperation ended) {
    byId.remove(ended.id());
    records.forget(ended);
  }

  /** Keeps the memory bounded; what is running or waiting is never forgotten. */
  private void forgetOldest() {
    if (byId.size() < REMEMBERED) {
      return;
    }
    byId.values().stream().filter(EvaluationOperation::isDone).findFirst().ifPresent(this::forget);
  }
}
