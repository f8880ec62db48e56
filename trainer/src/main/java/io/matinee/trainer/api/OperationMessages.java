package io.matinee.trainer.api;

import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.matinee.proto.trainer.v1.ImportRatingsMetadata;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.TrainModelMetadata;
import io.matinee.proto.trainer.v1.TrainModelResponse;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.time.Times;
import io.matinee.trainer.dataset.description.DatasetDescriber;
import io.matinee.trainer.dataset.importing.ImportProgress;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.operation.OperationState;
import io.matinee.trainer.registry.ModelVersions;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.training.TrainingProgress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Operations as messages, with the metadata and the response of their kind. */
@Singleton
class OperationMessages {
  /** What operation names begin with. */
  static final String COLLECTION = "operations";

  private static final Logger LOG = Logger.getLogger(OperationMessages.class);
  private static final int REJECTED_ROWS = 20;

  private final Datasets datasets;
  private final DatasetDescriber describer;
  private final ModelVersions versions;

  @Inject
  OperationMessages(Datasets datasets, DatasetDescriber describer, ModelVersions versions) {
    this.datasets = datasets;
    this.describer = describer;
    this.versions = versions;
  }

  Operation of(io.matinee.trainer.operation.Operation operation) {
    Operation.Builder message =
        Operation.newBuilder()
            .setName(COLLECTION + "/" + operation.id())
            .setDone(operation.ended())
            .setMetadata(Any.pack(metadata(operation)));
    if (operation.state() == OperationState.SUCCEEDED) {
      message.setResponse(Any.pack(response(operation)));
    }
    if (operation.error() != null) {
      message.setError(ErrorStatus.message(operation.error().toException()));
    }
    return message.build();
  }

  private static Message metadata(io.matinee.trainer.operation.Operation operation) {
    return switch (operation.kind()) {
      case IMPORT -> importing(operation);
      case TRAIN -> training(operation);
    };
  }

  private Message response(io.matinee.trainer.operation.Operation operation) {
    return switch (operation.kind()) {
      case IMPORT -> imported(operation.result());
      case TRAIN -> trained(operation.result());
    };
  }

  private static Message importing(io.matinee.trainer.operation.Operation operation) {
    ImportProgress progress = Json.read(operation.progress(), ImportProgress.class);
    return ImportRatingsMetadata.newBuilder()
        .setDataset(operation.target())
        .setStage(operation.ended() ? "ended" : progress.stage())
        .setStartTime(Times.of(progress.startTime()))
        .build();
  }

  private static Message training(io.matinee.trainer.operation.Operation operation) {
    TrainingProgress progress = Json.read(operation.progress(), TrainingProgress.class);
    TrainModelMetadata.Builder metadata =
        TrainModelMetadata.newBuilder()
            .setRun(operation.id())
            .setStage(
                operation.ended()
                    ? TrainModelMetadata.Stage.STAGE_ENDED
                    : TrainModelMetadata.Stage.valueOf("STAGE_" + progress.stage().name()))
            .setAlgorithm(progress.algorithm())
            .setEpoch(progress.epoch())
            .setEpochs(progress.epochs())
            .setStartTime(Times.of(progress.startTime()))
            .setModel(progress.model())
            .setDatasetVersion(progress.datasetVersion())
            .setExamplesPerSecond(progress.examplesPerSecond());
    if (progress.trainingLoss() != null) {
      metadata.setTrainingLoss(progress.trainingLoss());
    }
    if (progress.validationLoss() != null) {
      metadata.setValidationLoss(progress.validationLoss());
    }
    if (progress.remainingSeconds() != null) {
      metadata.setRemaining(
          Times.of(Duration.ofMillis(Math.round(1_000 * progress.remainingSeconds()))));
    }
    return metadata.build();
  }

  private Message imported(String result) {
    DatasetVersion version = datasets.version(DatasetVersionName.parse(result));
    ImportRatingsResponse.Builder response =
        ImportRatingsResponse.newBuilder().setDatasetVersion(DatasetMessages.of(version));
    rejected(version).forEach(row -> response.addRejectedRows(DatasetMessages.of(row)));
    return response.build();
  }

  /** An import is told of, and others with it, also when nobody can say what it rejected. */
  private List<RejectedRow> rejected(DatasetVersion version) {
    try {
      return describer.rejected(version, REJECTED_ROWS);
    } catch (MatineeException unreadable) {
      LOG.warnf("the rejected rows of %s cannot be read: %s", version.name(), unreadable);
      return List.of();
    }
  }

  private Message trained(String result) {
    ModelVersionName name = ModelVersionName.parse(result);
    return TrainModelResponse.newBuilder()
        .setModelVersion(RegistryMessages.brief(versions.get(name)))
        .build();
  }
}
