package io.matinee.trainer.api;

import com.google.protobuf.Message;
import io.matinee.model.snapshot.BlobReference;
import io.matinee.proto.model.v1.Progress;
import io.matinee.proto.model.v1.WorkUnit;
import io.matinee.proto.trainer.v1.CreateSplitMetadata;
import io.matinee.proto.trainer.v1.CreateSplitResponse;
import io.matinee.proto.trainer.v1.ImportRatingsMetadata;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.TrainModelMetadata;
import io.matinee.proto.trainer.v1.TrainModelResponse;
import io.matinee.proto.trainer.v1.VerifyModelVersionMetadata;
import io.matinee.proto.trainer.v1.VerifyModelVersionResponse;
import io.matinee.runtime.api.ProgressMessage;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.call.OperationContents;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.runtime.time.Times;
import io.matinee.trainer.dataset.importing.ImportProgress;
import io.matinee.trainer.dataset.importing.ImportText;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.split.DatasetSplit;
import io.matinee.trainer.dataset.split.SplitProgress;
import io.matinee.trainer.dataset.split.SplitText;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.registry.ModelVersion;
import io.matinee.trainer.registry.VerificationProgress;
import io.matinee.trainer.registry.VerificationText;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.training.TrainingProgress;
import io.matinee.trainer.training.TrainingText;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operations of imports, splits, training runs and verifications carry. */
@Singleton
class TrainerContents
    implements OperationContents, ImportText, SplitText, TrainingText, VerificationText {

  @Produces
  @Singleton
  OperationMessages messages(Operations operations) {
    return new OperationMessages(operations.names(), this);
  }

  @Override
  public Message metadata(Operation operation) {
    return switch (operation.kind()) {
      case "train" -> training(operation);
      case "verify" -> verifying(operation);
      case "split" -> splitting(operation);
      default -> importing(operation);
    };
  }

  @Override
  public Message response(Operation operation) {
    return OperationMessages.read(
        operation.result(),
        switch (operation.kind()) {
          case "train" -> TrainModelResponse.newBuilder();
          case "verify" -> VerifyModelVersionResponse.newBuilder();
          case "split" -> CreateSplitResponse.newBuilder();
          default -> ImportRatingsResponse.newBuilder();
        });
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

  @Override
  public String of(List<BlobReference> blobs) {
    return OperationMessages.text(
        VerifyModelVersionResponse.newBuilder()
            .addAllBlobs(blobs.stream().map(RegistryMessages::of).toList())
            .build());
  }

  @Override
  public String of(DatasetSplit split) {
    return OperationMessages.text(
        CreateSplitResponse.newBuilder().setSplit(SplitMessages.of(split)).build());
  }

  private static Message splitting(Operation operation) {
    SplitProgress progress = Json.read(operation.progress(), SplitProgress.class);
    return CreateSplitMetadata.newBuilder()
        .setSplit(progress.split())
        .setDatasetVersion(progress.datasetVersion())
        .setStage(
            operation.ended()
                ? CreateSplitMetadata.Stage.STAGE_ENDED
                : CreateSplitMetadata.Stage.valueOf("STAGE_" + progress.stage().name()))
        .setProgress(ProgressMessage.of(operation))
        .build();
  }

  private static Message verifying(Operation operation) {
    VerificationProgress progress = Json.read(operation.progress(), VerificationProgress.class);
    return VerifyModelVersionMetadata.newBuilder()
        .setModelVersion(operation.parent())
        .setStage(
            operation.ended()
                ? VerifyModelVersionMetadata.Stage.STAGE_ENDED
                : VerifyModelVersionMetadata.Stage.valueOf("STAGE_" + progress.stage().name()))
        .setProgress(
            ProgressMessage.of(
                operation, WorkUnit.WORK_UNIT_BYTES, progress.bytes(), progress.totalBytes()))
        .setVerifiedBlobCount(progress.blobs())
        .setBlobCount(progress.totalBlobs())
        .build();
  }

  private static Message importing(Operation operation) {
    ImportProgress progress = Json.read(operation.progress(), ImportProgress.class);
    return ImportRatingsMetadata.newBuilder()
        .setDataset(operation.parent())
        .setStage(
            operation.ended()
                ? ImportRatingsMetadata.Stage.STAGE_ENDED
                : ImportRatingsMetadata.Stage.valueOf("STAGE_" + progress.stage().name()))
        .setProgress(rowsOrBytes(operation, progress))
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
        .setAlgorithmId(progress.algorithm())
        .putAllFigures(progress.figures())
        .setExamplesPerSecond(progress.examplesPerSecond())
        .build();
  }

  private static Progress epochs(Operation operation, TrainingProgress progress) {
    Progress epochs =
        ProgressMessage.of(
            operation, WorkUnit.WORK_UNIT_EPOCHS, progress.epoch(), progress.epochs());
    return withRemaining(epochs, progress.remainingSeconds());
  }

  private static Progress rowsOrBytes(Operation operation, ImportProgress progress) {
    if (progress.rows() > 0) {
      return ProgressMessage.of(
          operation, WorkUnit.WORK_UNIT_ROWS, progress.rows(), progress.rows());
    }
    return progress.totalBytes() == 0
        ? ProgressMessage.of(operation)
        : withRemaining(
            ProgressMessage.of(
                operation, WorkUnit.WORK_UNIT_BYTES, progress.bytes(), progress.totalBytes()),
            operation.ended() ? null : progress.remainingSeconds());
  }

  private static Progress withRemaining(Progress progress, @Nullable Double seconds) {
    return seconds == null
        ? progress
        : progress.toBuilder()
            .setRemainingDuration(Times.of(Duration.ofMillis(Math.round(1_000 * seconds))))
            .build();
  }
}
