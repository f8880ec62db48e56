package io.matinee.metrics.api;

import com.google.protobuf.Message;
import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.evaluation.Progress;
import io.matinee.metrics.operation.KeptEvaluations;
import io.matinee.metrics.telemetry.ShownEvaluation;
import io.matinee.proto.metrics.v1.EvaluateModelMetadata;
import io.matinee.proto.metrics.v1.EvaluateModelResponse;
import io.matinee.proto.model.v1.WorkUnit;
import io.matinee.runtime.api.ProgressMessage;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.call.OperationContents;
import io.matinee.runtime.operation.call.OperationMessages;
import jakarta.inject.Singleton;

/** What the operations of evaluations carry: evaluations as the registry keeps them. */
@Singleton
class EvaluationContents implements OperationContents, KeptEvaluations {
  private final RegistryGateway registry;

  EvaluationContents(RegistryGateway registry) {
    this.registry = registry;
  }

  @Override
  public Message metadata(Operation operation) {
    Progress progress = Progress.parse(operation.progress());
    return EvaluateModelMetadata.newBuilder()
        .setModelVersion(operation.parent())
        .setStage(
            operation.ended()
                ? EvaluateModelMetadata.Stage.STAGE_ENDED
                : EvaluateModelMetadata.Stage.valueOf("STAGE_" + progress.stage().name()))
        .setProgress(
            ProgressMessage.of(
                operation, WorkUnit.WORK_UNIT_USERS, progress.usersDone(), progress.users()))
        .build();
  }

  @Override
  public Message response(Operation operation) {
    return read(operation.result());
  }

  @Override
  public String attach(Evaluation evaluation) {
    return OperationMessages.text(
        EvaluateModelResponse.newBuilder()
            .setEvaluation(registry.attach(EvaluationMessages.of(evaluation)))
            .build());
  }

  @Override
  public ShownEvaluation shown(String result) {
    return ShownFigures.of(read(result).getEvaluation());
  }

  private static EvaluateModelResponse read(String result) {
    return (EvaluateModelResponse)
        OperationMessages.read(result, EvaluateModelResponse.newBuilder());
  }
}
