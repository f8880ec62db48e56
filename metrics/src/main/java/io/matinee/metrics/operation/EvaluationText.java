package io.matinee.metrics.operation;

import io.matinee.metrics.evaluation.Evaluation;

/** How operations keep what they made: in the form of the contract, which this room knows not. */
@FunctionalInterface
public interface EvaluationText {
  /** Returns an evaluation as the result of its operation. */
  String of(Evaluation evaluation);
}
