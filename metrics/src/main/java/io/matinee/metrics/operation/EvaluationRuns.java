package io.matinee.metrics.operation;

import io.matinee.metrics.evaluation.Progress;
import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.runtime.operation.Begun;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationKind;
import io.matinee.runtime.operation.OperationQueue;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.runtime.operation.Submission;
import java.util.Optional;

/**
 * The evaluations, as operations: one at a time, since each uses every core. One that failed is
 * made again when its request is repeated. Thread-safe.
 */
public final class EvaluationRuns {
  private static final OperationKind KIND = new OperationKind("evaluate", true);

  private final OperationQueue queue;
  private final EvaluationWork work;

  /** Makes evaluations operations among others. */
  public EvaluationRuns(Operations operations, EvaluationWork work) {
    this.queue = operations.queue(KIND);
    this.work = work;
  }

  /**
   * Returns the evaluation that an equal request has begun, unless {@link #begin} would begin it
   * anew.
   *
   * @throws io.matinee.runtime.error.MatineeException REQUEST_ID_REUSED when another request has
   *     used its id
   */
  public Optional<Operation> begunBy(String modelVersion, Optional<RequestKey> key) {
    return queue.begunBy(modelVersion, key);
  }

  /**
   * Begins an evaluation, or finds the one that an equal request has begun.
   *
   * @param key the request by which it is known again
   * @throws io.matinee.runtime.error.MatineeException see {@link OperationQueue#begin}
   */
  public Begun begin(EvaluationRequest request, Optional<RequestKey> key) {
    String version = request.modelVersion();
    return queue.begin(
        new Submission(EvaluationId.of(request, key), version, key, Progress.QUEUED.text()),
        assignment -> work.run(request, assignment));
  }
}
