package io.matinee.metrics.operation;

import io.matinee.metrics.evaluation.Checkpoint;
import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.protocol.EvaluationRequest;

/** The work behind an operation. */
@FunctionalInterface
public interface EvaluationWork {
  /**
   * Evaluates, attaches and stores.
   *
   * @param id the id that the evaluation gets
   * @param request what was asked for
   * @param checkpoint hears of progress, and stops the work when it is cancelled
   */
  Evaluation run(String id, EvaluationRequest request, Checkpoint checkpoint);
}
