package io.matinee.metrics.operation;

import io.matinee.metrics.evaluation.Checkpoint;
import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.evaluation.Progress;
import io.matinee.metrics.evaluation.Registry;
import io.matinee.metrics.evaluation.Stage;
import io.matinee.metrics.evaluation.VersionEvaluator;
import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.metrics.store.EvaluationStore;
import io.matinee.metrics.store.StoredEvaluation;
import io.matinee.metrics.telemetry.EvaluationGauges;

/**
 * Evaluates a version, attaches the result to it, then stores and exports it. Attaching comes
 * first: what is stored is known to be attached, and what failed in between is made again under the
 * same id when the call is repeated.
 */
public final class AttachedEvaluation implements EvaluationWork {
  private final VersionEvaluator evaluator;
  private final Registry registry;
  private final EvaluationStore store;
  private final EvaluationGauges gauges;

  /** Creates the work from its parts. */
  public AttachedEvaluation(
      VersionEvaluator evaluator,
      Registry registry,
      EvaluationStore store,
      EvaluationGauges gauges) {
    this.evaluator = evaluator;
    this.registry = registry;
    this.store = store;
    this.gauges = gauges;
  }

  @Override
  public Evaluation run(String id, EvaluationRequest request, Checkpoint checkpoint) {
    Evaluation evaluation = evaluator.evaluate(id, request, checkpoint);
    long users = evaluation.counts().evaluatedUsers();
    checkpoint.reached(new Progress(Stage.ATTACHING, users, users));
    registry.attach(evaluation);
    store.put(new StoredEvaluation(request, evaluation));
    gauges.show(evaluation);
    return evaluation;
  }
}
