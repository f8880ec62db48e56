package io.matinee.trainer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.snapshot.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A training that is broken off between two epochs, and begun again, ends as if it had not been.
 */
@Tag("tensorflow")
class ResumedTrainingTest {

  private final RatingsMatrix ratings = SmallRatings.twoTastes(40, 30, 3);

  @ParameterizedTest
  @CsvSource({"biased-mf, 1", "biased-mf, 4", "biased-mf, 7"})
  void goesOnToTheSameBits(String id, int brokenAfter) {
    Algorithm algorithm = AlgorithmCatalogue.algorithm(id).orElseThrow();
    TrainingTask task = SmallRatings.task(algorithm, ratings, Map.of("epochs", "8"), 5);
    TrainedScorer whole = algorithm.train(task, ProgressListener.SILENT);

    TrainingTask kept = task.with(new KeptInMemory());
    assertThatThrownBy(() -> algorithm.train(kept, after(brokenAfter)))
        .isInstanceOf(BrokenOff.class);
    List<Integer> epochs = new ArrayList<>();
    TrainedScorer resumed = algorithm.train(kept, progress -> epochs.add(progress.epoch().epoch()));

    assertThat(epochs).first().isEqualTo(brokenAfter + 1);
    assertThat(resumed.learningCurve())
        .isEqualTo(whole.learningCurve())
        .extracting(Epoch::epoch)
        .hasSameSizeAs(whole.learningCurve());
    FactorModel one = (FactorModel) whole.model();
    FactorModel other = (FactorModel) resumed.model();
    assertThat(other.movieFactors()).isEqualTo(one.movieFactors());
    assertThat(other.userFactors()).isEqualTo(one.userFactors());
    assertThat(other.movieBias()).isEqualTo(one.movieBias());
    assertThat(other.userBias()).isEqualTo(one.userBias());
  }

  private static ProgressListener after(int epoch) {
    return progress -> {
      if (progress.epoch().epoch() == epoch) {
        throw new BrokenOff();
      }
    };
  }

  /** Stands for the end of a process. */
  private static final class BrokenOff extends RuntimeException {}
}
