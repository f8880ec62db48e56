package io.matinee.metrics.operation;

import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.evaluation.Progress;
import io.matinee.metrics.evaluation.Stage;
import io.matinee.metrics.evaluation.VersionEvaluator;
import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.metrics.telemetry.EvaluationGauges;
import io.matinee.runtime.operation.Assignment;

/**
 * Evaluates versions, has the registry keep the results, and exports them. What failed in between
 * is made again under the same id when the call is repeated, and the registry knows it again.
 *
 * @param evaluator evaluates
 * @param kept where results are kept
 * @param gauges where they are exported
 */
public record EvaluationWork(
    VersionEvaluator evaluator, KeptEvaluations kept, EvaluationGauges gauges) {
  /** Makes an evaluation, under the id of its operation. */
  void run(EvaluationRequest request, Assignment assignment) {
    Evaluation evaluation =
        evaluator.evaluate(assignment.id(), request, reached -> reach(assignment, reached));
    long users = evaluation.counts().users();
    reach(assignment, new Progress(Stage.ATTACHING, users, users));
    assignment.succeed(
        () -> {
          String result = kept.attach(evaluation);
          gauges.show(kept.shown(result));
          return result;
        });
  }

  private static void reach(Assignment assignment, Progress reached) {
    assignment.requireActive();
    assignment.report(reached.text());
  }
}
