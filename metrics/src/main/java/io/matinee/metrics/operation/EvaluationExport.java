package io.matinee.metrics.operation;

import io.matinee.metrics.telemetry.EvaluationGauges;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationState;
import io.matinee.runtime.operation.Operations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Exports each version's latest evaluation, of those whose operations are kept: at the start what
 * earlier processes evaluated, then whatever is left when an operation is forgotten. Thread-safe.
 */
public final class EvaluationExport {
  private final Operations operations;
  private final KeptEvaluations kept;
  private final EvaluationGauges gauges;

  /** Shows what is kept, and goes on to do so. */
  public EvaluationExport(Operations operations, KeptEvaluations kept, EvaluationGauges gauges) {
    this.operations = operations;
    this.kept = kept;
    this.gauges = gauges;
    Set<String> versions = new HashSet<>();
    operations.list(EvaluationExport::succeeded).stream()
        .filter(newest -> versions.add(newest.parent()))
        .forEach(this::show);
    operations.onForgotten(this::forget);
  }

  private void show(Operation operation) {
    gauges.show(kept.shown(operation.result()));
  }

  private void forget(Operation forgotten) {
    String version = forgotten.parent();
    if (!gauges.isShown(version, "evaluations/" + forgotten.id())) {
      return;
    }
    List<Operation> left =
        operations.list(each -> succeeded(each) && each.parent().equals(version));
    if (left.isEmpty()) {
      gauges.remove(version);
    } else {
      show(left.getFirst());
    }
  }

  private static boolean succeeded(Operation operation) {
    return operation.state() == OperationState.SUCCEEDED;
  }
}
