package io.matinee.metrics.operation;

import io.matinee.metrics.evaluation.Checkpoint;
import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.evaluation.Progress;
import io.matinee.metrics.evaluation.Stage;
import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.metrics.store.StoredOperation;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One evaluation as work: how far it is, and what came of it. Thread-safe. */
public final class EvaluationOperation {
  private final String id;
  private final EvaluationRequest request;
  private final Instant startTime;
  private final CompletableFuture<Evaluation> outcome = new CompletableFuture<>();
  private volatile Progress progress = Progress.NONE;

  EvaluationOperation(String id, EvaluationRequest request, Instant startTime) {
    this.id = id;
    this.request = request;
    this.startTime = startTime;
  }

  /** Returns the operation of an evaluation that was finished before this process started. */
  static EvaluationOperation finished(EvaluationRequest request, Evaluation evaluation) {
    EvaluationOperation operation =
        new EvaluationOperation(evaluation.id(), request, evaluation.createTime());
    long users = evaluation.counts().evaluatedUsers();
    operation.progress = new Progress(Stage.ATTACHING, users, users);
    operation.succeed(evaluation);
    return operation;
  }

  /** Returns an operation that failed before this process started. */
  static EvaluationOperation failed(StoredOperation stored) {
    EvaluationOperation operation =
        new EvaluationOperation(stored.id(), stored.request(), stored.startTime());
    stored.failure().ifPresent(failure -> operation.fail(failure.exception()));
    return operation;
  }

  /** Returns the id, which the evaluation will have too. */
  public String id() {
    return id;
  }

  /** Returns what was asked for. */
  public EvaluationRequest request() {
    return request;
  }

  /** Returns when it was asked for. */
  public Instant startTime() {
    return startTime;
  }

  /** Returns how far it is. */
  public Progress progress() {
    return progress;
  }

  /**
   * Returns what comes of it: an evaluation, or a {@link MatineeException}. Completing it from
   * outside changes nothing here.
   */
  public CompletableFuture<Evaluation> outcome() {
    return outcome.copy();
  }

  /** Returns whether it ended well, badly or by being cancelled. */
  public boolean isDone() {
    return outcome.isDone();
  }

  boolean failed() {
    return outcome.isCompletedExceptionally();
  }

  void succeed(Evaluation evaluation) {
    outcome.complete(evaluation);
  }

  /** Ends the operation now; the work behind it stops at its next checkpoint. */
  void fail(MatineeException failure) {
    outcome.completeExceptionally(failure);
  }

  /** Returns the checkpoint of the work behind this operation. */
  Checkpoint checkpoint() {
    return reached -> {
      if (outcome.isDone()) {
        throw MatineeException.of(Reason.CANCELLED, "the evaluation was cancelled");
      }
      progress = reached;
    };
  }
}
