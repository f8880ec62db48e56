package io.matinee.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.util.Durations;
import io.matinee.proto.trainer.v1.TrainModelMetadata;
import org.junit.jupiter.api.Test;

/** What is shown of an operation while it runs. */
class MetadataReaderTest {

  @Test
  void showsEveryFigureOfAnEpochByItsName() {
    TrainModelMetadata metadata =
        TrainModelMetadata.newBuilder()
            .setStage(TrainModelMetadata.Stage.STAGE_TRAINING)
            .setAlgorithm("biased-mf")
            .setEpoch(3)
            .setEpochs(20)
            .putFigures("validation_loss", .75)
            .putFigures("training_loss", .5)
            .setRemaining(Durations.fromSeconds(2))
            .build();

    assertThat(MetadataReader.TRAINING.read(Any.pack(metadata)))
        .isEqualTo(
            new ProgressState(
                3, 20, "biased-mf, training loss 0.500, validation loss 0.750, 2.0 s left"));
  }
}
