package io.matinee.metrics.operation;

import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.evaluation.Progress;
import io.matinee.metrics.evaluation.Registry;
import io.matinee.metrics.evaluation.Stage;
import io.matinee.metrics.evaluation.VersionEvaluator;
import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.metrics.store.EvaluationStore;
import io.matinee.metrics.telemetry.EvaluationGauges;
import io.matinee.runtime.operation.Assignment;

/**
 * Evaluates versions; attaches the result, then stores and exports it. Attaching comes first: what
 * is stored is known to be attached, and what failed in between is made again under the same id
 * when the call is repeated.
 *
 * @param evaluator evaluates
 * @param registry where results are attached
 * @param store where they are stored
 * @param gauges where they are exported
 * @param text how operations keep them
 */
public record EvaluationWork(
    VersionEvaluator evaluator,
    Registry registry,
    EvaluationStore store,
    EvaluationGauges gauges,
    EvaluationText text) {
  /** Makes an evaluation, under the id of its operation. */
  void run(EvaluationRequest request, Assignment assignment) {
    Evaluation evaluation =
        evaluator.evaluate(assignment.id(), request, reached -> reach(assignment, reached));
    long users = evaluation.counts().evaluatedUsers();
    reach(assignment, new Progress(Stage.ATTACHING, users, users));
    assignment.succeed(text.of(evaluation), () -> publish(evaluation));
  }

  private void publish(Evaluation evaluation) {
    registry.attach(evaluation);
    store.put(evaluation);
    gauges.show(evaluation);
  }

  private static void reach(Assignment assignment, Progress reached) {
    assignment.requireActive();
    assignment.report(reached.text());
  }
}
