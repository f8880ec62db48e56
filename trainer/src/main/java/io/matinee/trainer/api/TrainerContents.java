package io.matinee.trainer.api;

import com.google.protobuf.Message;
import io.matinee.proto.model.v1.Progress;
import io.matinee.proto.model.v1.WorkUnit;
import io.matinee.proto.trainer.v1.ImportRatingsMetadata;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.TrainModelMetadata;
import io.matinee.proto.trainer.v1.TrainModelResponse;
import io.matinee.runtime.api.ProgressMessage;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.call.OperationContents;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.runtime.time.Times;
import io.matinee.trainer.dataset.importing.ImportProgress;
import io.matinee.trainer.dataset.importing.ImportText;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.registry.ModelVersion;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.training.TrainingProgress;
import io.matinee.trainer.training.TrainingText;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** What the operations of imports and of training runs carry. */
@Singleton
class TrainerContents implements OperationContents, ImportText, TrainingText {
  private static final String TRAIN = "train";

  @Produces
  @Singleton
  OperationMessages messages(Operations operations) {
    return new OperationMessages(operations.names(), this);
  }

  @Override
  public Message metadata(Operation operation) {
    return operation.kind().equals(TRAIN) ? training(operation) : importing(operation);
  }

  @Override
  public Message response(Operation operation) {
    return OperationMessages.read(
        operation.result(),
        operation.kind().equals(TRAIN)
            ? TrainModelResponse.newBuilder()
            : ImportRatingsResponse.newBuilder());
  }

  @Override
  public String of(DatasetVersion version, List<RejectedRow> rejected) {
    ImportRatingsResponse.Builder response =
        ImportRatingsResponse.newBuilder().setDatasetVersion(DatasetMessages.of(version));
    rejected.forEach(row -> response.addRejectedRows(DatasetMessages.of(row)));
    return OperationMessages.text(response.build());
  }

  @Override
  public String of(ModelVersion version) {
    return OperationMessages.text(
        TrainModelResponse.newBuilder().setModelVersion(RegistryMessages.of(version)).build());
  }

  private static Message importing(Operation operation) {
    ImportProgress progress = Json.read(operation.progress(), ImportProgress.class);
    return ImportRatingsMetadata.newBuilder()
        .setDataset(operation.parent())
        .setStage(
            operation.ended()
                ? ImportRatingsMetadata.Stage.STAGE_ENDED
                : ImportRatingsMetadata.Stage.valueOf("STAGE_" + progress.stage().name()))
        .setProgress(rows(operation, progress.rows()))
        .build();
  }

  private static Message training(Operation operation) {
    TrainingProgress progress = Json.read(operation.progress(), TrainingProgress.class);
    return TrainModelMetadata.newBuilder()
        .setModel(operation.parent())
        .setDatasetVersion(progress.datasetVersion())
        .setStage(
            operation.ended()
                ? TrainModelMetadata.Stage.STAGE_ENDED
                : TrainModelMetadata.Stage.valueOf("STAGE_" + progress.stage().name()))
        .setProgress(epochs(operation, progress))
        .setAlgorithm(progress.algorithm())
        .putAllFigures(progress.figures())
        .setExamplesPerSecond(progress.examplesPerSecond())
        .build();
  }

  private static Progress epochs(Operation operation, TrainingProgress progress) {
    Progress epochs =
        ProgressMessage.of(
            operation, WorkUnit.WORK_UNIT_EPOCHS, progress.epoch(), progress.epochs());
    Double seconds = progress.remainingSeconds();
    return seconds == null
        ? epochs
        : epochs.toBuilder()
            .setRemaining(Times.of(Duration.ofMillis(Math.round(1_000 * seconds))))
            .build();
  }

  private static Progress rows(Operation operation, long rows) {
    return rows == 0
        ? ProgressMessage.of(operation)
        : ProgressMessage.of(operation, WorkUnit.WORK_UNIT_ROWS, rows, rows);
  }
}
