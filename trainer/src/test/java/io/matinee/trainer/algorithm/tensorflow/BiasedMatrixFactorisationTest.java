package io.matinee.trainer.algorithm.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.snapshot.Epoch;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.SmallRatings;
import io.matinee.trainer.algorithm.TrainedScorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Training on TensorFlow through DJL, on ratings with two tastes. */
@Tag("tensorflow")
class BiasedMatrixFactorisationTest {

  private static final Map<String, String> QUICK =
      Map.of(
          "dimensions", "4",
          "learning-rate", ".02",
          "batch-size", "16",
          "epochs", "12",
          "regularisation", "0.001",
          "validation-share", ".1");

  private final RatingsMatrix ratings = SmallRatings.twoTastes(40, 30, 3);

  @Test
  void theLossFallsAndTastesAreTold() {
    TrainedScorer trained = train(QUICK, 1);

    List<Epoch> curve = trained.learningCurve();
    assertThat(trainingLoss(curve.getLast())).isLessThan(trainingLoss(curve.getFirst()) / 2);
    FactorScorer scorer = FactorScorer.of(model(trained));
    float own = rating(scorer, 2);
    float other = rating(scorer, 3);
    assertThat(own).isBetween(3.5f, 5f);
    assertThat(other).isBetween(.5f, 2.5f);
  }

  @Test
  void theSameSeedGivesTheSameBitsHoweverManyStepsACallHas() {
    FactorModel one = model(train(QUICK, 7));
    FactorModel other = model(train(with("steps-per-call", "5"), 7));

    assertThat(one.movieFactors()).isEqualTo(other.movieFactors());
    assertThat(one.userFactors()).isEqualTo(other.userFactors());
    assertThat(one.movieBias()).isEqualTo(other.movieBias());
    assertThat(one.userBias()).isEqualTo(other.userBias());
  }

  @Test
  void anotherSeedGivesOtherFactors() {
    assertThat(model(train(QUICK, 7)).movieFactors())
        .isNotEqualTo(model(train(QUICK, 8)).movieFactors());
  }

  @Test
  void stopsEarlyAndKeepsTheBestEpoch() {
    Map<String, String> overfitting = with("learning-rate", ".3");
    TrainedScorer stopped = train(overfitting, 1);

    List<Epoch> curve = stopped.learningCurve();
    int best =
        curve.stream()
            .min(
                Comparator.comparingDouble(
                    epoch -> epoch.figure(Epoch.VALIDATION_LOSS).orElseThrow()))
            .orElseThrow()
            .epoch();
    assertThat(curve).hasSizeLessThan(12).hasSize(best + 3);
    Map<String, String> untilBest = new HashMap<>(overfitting);
    untilBest.put("epochs", Integer.toString(best));
    assertThat(model(stopped).movieFactors()).isEqualTo(model(train(untilBest, 1)).movieFactors());
  }

  @Test
  void theSavedModelPredictsWhatReadersPredict(@TempDir Path folder) throws IOException {
    TrainedScorer trained = train(QUICK, 1);
    trained.savedModel().orElseThrow().writeTo(folder);
    FactorScorer scorer = FactorScorer.of(model(trained));

    int[] movies = IntStream.range(0, ratings.movieCount()).toArray();
    float[] predicted = new float[movies.length];
    try (SavedModelBundle loaded = SavedModelBundle.load(folder.toString(), "serve");
        TInt32 user = TInt32.vectorOf(new int[movies.length]);
        TInt32 movie = TInt32.vectorOf(movies);
        Result result =
            loaded.function("serving_default").call(Map.of("user", user, "movie", movie))) {
      ((TFloat32) result.get("rating").orElseThrow())
          .copyTo(DataBuffers.of(predicted, false, false));
    }

    for (int movie : movies) {
      assertThat(predicted[movie]).isCloseTo(rating(scorer, movie), within(1e-5f));
    }
  }

  @Test
  void reportsEveryEpoch() {
    List<Integer> epochs = new ArrayList<>();
    BiasedMatrixFactorisation algorithm = new BiasedMatrixFactorisation();
    algorithm.train(
        SmallRatings.task(algorithm, ratings, with("epochs", "2"), 1),
        progress -> epochs.add(progress.epoch().epoch()));

    assertThat(epochs).containsExactly(1, 2);
  }

  @Test
  void trainsWithoutValidationRows() {
    TrainedScorer trained = train(with("validation-share", "0"), 1);

    assertThat(trained.learningCurve()).hasSize(12);
    assertThat(trained.learningCurve())
        .allSatisfy(epoch -> assertThat(epoch.figures()).containsOnlyKeys(Epoch.TRAINING_LOSS));
  }

  private TrainedScorer train(Map<String, String> settings, long seed) {
    BiasedMatrixFactorisation algorithm = new BiasedMatrixFactorisation();
    return algorithm.train(
        SmallRatings.task(algorithm, ratings, settings, seed), ProgressListener.SILENT);
  }

  private static FactorModel model(TrainedScorer trained) {
    return (FactorModel) trained.model();
  }

  private static float rating(FactorScorer scorer, int movie) {
    float score = scorer.score(scorer.user(0).orElseThrow(), movie);
    return scorer.rating().orElseThrow().rating(score);
  }

  private static Map<String, String> with(String key, String value) {
    Map<String, String> settings = new HashMap<>(QUICK);
    settings.put(key, value);
    return settings;
  }

  private static double trainingLoss(Epoch epoch) {
    return epoch.figure(Epoch.TRAINING_LOSS).orElseThrow();
  }
}
