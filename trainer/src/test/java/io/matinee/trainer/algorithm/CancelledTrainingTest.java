package io.matinee.trainer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every algorithm that tells of epochs ends between two of them once it is asked to. */
@Tag("tensorflow")
class CancelledTrainingTest {

  private static final RatingsMatrix RATINGS = SmallRatings.twoTastes(40, 30, 3);

  static Stream<Algorithm> algorithmsWithEpochs() {
    return AlgorithmCatalogue.all().stream()
        .map(description -> AlgorithmCatalogue.algorithm(description.id()).orElseThrow())
        .filter(CancelledTrainingTest::hasEpochs);
  }

  @ParameterizedTest
  @MethodSource("algorithmsWithEpochs")
  void endsBeforeTheNextEpochOnceItIsCancelled(Algorithm algorithm) {
    TrainingTask task = task(algorithm);
    List<EpochProgress> epochs = new ArrayList<>();
    ProgressListener cancelling =
        progress -> {
          epochs.add(progress);
          task.cancellation().request();
        };

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> algorithm.train(task, cancelling));
    assertThat(epochs).hasSize(1);
  }

  private static boolean hasEpochs(Algorithm algorithm) {
    List<EpochProgress> epochs = new ArrayList<>();
    algorithm.train(task(algorithm), epochs::add);
    return epochs.size() > 1;
  }

  private static TrainingTask task(Algorithm algorithm) {
    return SmallRatings.task(algorithm, RATINGS, Map.of(), 1);
  }
}
