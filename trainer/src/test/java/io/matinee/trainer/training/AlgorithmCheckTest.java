package io.matinee.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matinee.model.ratings.EventKind;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is refused before a run begins. */
class AlgorithmCheckTest {

  @Test
  void anAlgorithmThatThisMachineCannotTrainIsRefusedNamingWhyAndTheOthers() {
    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(
            () ->
                AlgorithmCheck.requireAvailable(
                    new WithoutLibrary(), Task.RATING, EventKind.RATING, "rating"))
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.ALGORITHM_UNAVAILABLE))
        .withMessageStartingWith(
            "biased-mf cannot be trained on this machine: there is no library; choose one of ")
        .withMessageContaining("baseline");
  }

  /** Stands for one whose native library is missing. */
  private record WithoutLibrary() implements Algorithm {
    @Override
    public AlgorithmDescription description() {
      return AlgorithmCatalogue.find("biased-mf").orElseThrow();
    }

    @Override
    public Optional<String> obstacle() {
      return Optional.of("there is no library");
    }

    @Override
    public TrainedScorer train(TrainingTask task, ProgressListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
