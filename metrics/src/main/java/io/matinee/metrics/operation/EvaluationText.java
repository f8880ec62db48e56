package io.matinee.metrics.operation;

import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.telemetry.ShownEvaluation;

/** How operations keep what they made: in the form of the contract, which this room knows not. */
public interface EvaluationText {
  /** Returns an evaluation as the result of its operation. */
  String of(Evaluation evaluation);

  /** Returns what of a result is shown; nothing of one that an earlier release wrote otherwise. */
  ShownEvaluation shown(String result);
}
