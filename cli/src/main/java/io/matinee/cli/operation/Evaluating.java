package io.matinee.cli.operation;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Service;
import io.matinee.cli.output.Console;
import io.matinee.cli.progress.MetadataReader;
import io.matinee.cli.progress.OperationFollower;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressDisplay;
import io.matinee.proto.metrics.v1.EvaluateModelRequest;
import io.matinee.proto.metrics.v1.EvaluateModelResponse;
import io.matinee.proto.model.v1.Evaluation;

/**
 * Evaluates versions.
 *
 * @param clients of the metrics service
 * @param console where progress is shown
 */
public record Evaluating(Clients clients, Console console) {

  /** Evaluates a version and waits for the figures. */
  public Evaluation evaluate(EvaluateModelRequest request) {
    try (Progress progress = ProgressDisplay.open(console, "Evaluating")) {
      return Packed.open(
              new OperationFollower(clients.operations(Service.METRICS))
                  .follow(
                      clients.evaluations().evaluateModel(request),
                      MetadataReader.EVALUATION,
                      progress),
              EvaluateModelResponse.class)
          .getEvaluation();
    }
  }
}
