package io.matinee.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.worker.ProgressEvent;
import io.matinee.trainer.worker.ProgressEvent.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {
  private final TrainingProgress afterTwoEpochs =
      TrainingProgress.queued("datasets/movielens/versions/1", null)
          .after(new ProgressEvent.StageStarted(Stage.TRAINING, "biased-mf"))
          .after(
              new ProgressEvent.EpochEnded(
                  "biased-mf", 2, 20, Map.of("validation_loss", .6), 18.0, 1000));

  @Test
  void anEpochSaysHowLongTheOthersTake() {
    assertThat(afterTwoEpochs.epoch()).isEqualTo(2);
    assertThat(afterTwoEpochs.remainingSeconds()).isEqualTo(18);
  }

  @Test
  void noTimeIsLeftOnceTrainingHasEndedEarly() {
    TrainingProgress exporting =
        afterTwoEpochs.after(new ProgressEvent.StageStarted(Stage.EXPORTING, null));

    assertThat(exporting.remainingSeconds()).isNull();
    assertThat(exporting.epoch()).isEqualTo(2);
    assertThat(exporting.figures()).containsOnly(Map.entry("validation_loss", .6));
  }
}
