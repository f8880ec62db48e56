package io.matinee.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.util.Durations;
import io.matinee.proto.metrics.v1.EvaluateModelMetadata;
import io.matinee.proto.model.v1.WorkUnit;
import io.matinee.proto.trainer.v1.ImportRatingsMetadata;
import io.matinee.proto.trainer.v1.TrainModelMetadata;
import io.matinee.proto.trainer.v1.VerifyModelVersionMetadata;
import org.junit.jupiter.api.Test;

/** What is shown of an operation while it runs. */
class MetadataReaderTest {

  @Test
  void showsEveryFigureOfAnEpochByItsName() {
    TrainModelMetadata metadata =
        TrainModelMetadata.newBuilder()
            .setStage(TrainModelMetadata.Stage.STAGE_TRAINING)
            .setAlgorithmId("biased-mf")
            .setProgress(
                io.matinee.proto.model.v1.Progress.newBuilder()
                    .setUnit(WorkUnit.WORK_UNIT_EPOCHS)
                    .setDoneCount(3)
                    .setTotalCount(20)
                    .setRemainingDuration(Durations.fromSeconds(2)))
            .putFigures("validation_loss", .75)
            .putFigures("training_loss", .5)
            .build();

    assertThat(MetadataReader.TRAINING.read(Any.pack(metadata)))
        .isEqualTo(
            new ProgressState(
                3,
                20,
                "epochs",
                "biased-mf, training loss 0.500, validation loss 0.750, 2.0 s left"));
  }

  @Test
  void showsTheWorkOfEveryOperationAlike() {
    EvaluateModelMetadata evaluation =
        EvaluateModelMetadata.newBuilder()
            .setStage(EvaluateModelMetadata.Stage.STAGE_SCORING)
            .setProgress(
                io.matinee.proto.model.v1.Progress.newBuilder()
                    .setUnit(WorkUnit.WORK_UNIT_USERS)
                    .setDoneCount(610)
                    .setTotalCount(1830))
            .build();
    ImportRatingsMetadata waiting =
        ImportRatingsMetadata.newBuilder()
            .setStage(ImportRatingsMetadata.Stage.STAGE_QUEUED)
            .build();

    assertThat(MetadataReader.EVALUATION.read(Any.pack(evaluation)))
        .isEqualTo(new ProgressState(610, 1830, "users", "scoring"));
    VerifyModelVersionMetadata verification =
        VerifyModelVersionMetadata.newBuilder()
            .setStage(VerifyModelVersionMetadata.Stage.STAGE_READING)
            .setProgress(
                io.matinee.proto.model.v1.Progress.newBuilder()
                    .setUnit(WorkUnit.WORK_UNIT_BYTES)
                    .setDoneCount(7_900_000)
                    .setTotalCount(8_000_001))
            .setVerifiedBlobCount(1)
            .setBlobCount(2)
            .build();
    assertThat(MetadataReader.VERIFICATION.read(Any.pack(verification)))
        .isEqualTo(new ProgressState(7, 9, "MB", "reading, 1 of 2 blobs"));
    assertThat(MetadataReader.IMPORT.read(Any.pack(waiting)).note()).isEqualTo("queued");
  }
}
