package io.matinee.metrics.operation;

import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.telemetry.ShownEvaluation;

/**
 * Where evaluations are kept, and how: in the form of the contract, which this room knows not.
 * Thread-safe.
 */
public interface KeptEvaluations {
  /**
   * Has the registry keep an evaluation; one that it keeps already under the same id stays as it
   * is.
   *
   * @return the evaluation as it is kept, as the result of its operation
   * @throws io.matinee.runtime.error.MatineeException REGISTRY_UNAVAILABLE, or what the registry
   *     told
   */
  String attach(Evaluation evaluation);

  /** Returns what of a result is shown; nothing of one that an earlier release wrote otherwise. */
  ShownEvaluation shown(String result);
}
