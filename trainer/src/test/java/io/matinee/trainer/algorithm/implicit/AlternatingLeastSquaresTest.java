package io.matinee.trainer.algorithm.implicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.scoring.UserState;
import io.matinee.model.snapshot.Epoch;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.SmallRatings;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What alternating least squares promises, on ratings with two tastes. */
class AlternatingLeastSquaresTest {

  private static final Map<String, String> SETTINGS =
      Map.of("dimensions", "4", "regularisation", ".3", "iterations", "8");

  private final RatingsMatrix ratings = SmallRatings.twoTastes(30, 20, 3);

  @Test
  void neverRaisesItsLoss() {
    assertThat(train(1).learningCurve())
        .hasSize(8)
        .extracting(epoch -> epoch.figure(Epoch.TRAINING_LOSS).orElseThrow())
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void ranksAMovieOfOnesTasteFirst() {
    FactorScorer scorer = FactorScorer.of(model(train(1)));
    float[] scores = new float[ratings.movieCount()];
    scorer.scoreAll(scorer.user(6).orElseThrow(), scores);

    int best = 0;
    for (int movie = 1; movie < scores.length; movie++) {
      best = scores[movie] > scores[best] ? movie : best;
    }
    assertThat(best % 2).isZero();
  }

  @Test
  void foldingOnesOwnRatingsInGivesOnesVector() {
    FactorScorer scorer = FactorScorer.of(model(train(1)));
    for (int user = 0; user < ratings.userCount(); user++) {
      UserState folded = scorer.foldIn(RatedMovies.of(ratings, user)).orElseThrow();
      UserState trained = scorer.user(user).orElseThrow();
      assertThat(scorer.vector(folded).vector())
          .containsExactly(scorer.vector(trained).vector(), within(1e-5f));
    }
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    FactorModel one = model(train(9));
    FactorModel other = model(train(9));

    assertThat(one.movieFactors()).isEqualTo(other.movieFactors());
    assertThat(one.userFactors()).isEqualTo(other.userFactors());
    assertThat(one.movieFactors()).isNotEqualTo(model(train(10)).movieFactors());
  }

  @Test
  void aMovieThatNobodyLikesHasAVectorOfZero() {
    IdDictionary ids = IdDictionary.of(List.of("1", "2"));
    RatingsMatrix onlyTheFirst =
        RatingsMatrix.builder(ids, ids).add(0, 0, 5, 0).add(1, 0, 5, 0).add(1, 1, 3, 0).build();
    AlternatingLeastSquares als = new AlternatingLeastSquares();
    TrainedScorer trained =
        als.train(SmallRatings.task(als, onlyTheFirst, SETTINGS, 1), ProgressListener.SILENT);

    float[] factors = model(trained).movieFactors();
    assertThat(Arrays.copyOf(factors, 4)).isNotEqualTo(new float[4]);
    assertThat(Arrays.copyOfRange(factors, 4, 8)).containsOnly(0f);
  }

  @Test
  void isRefusedWhereNobodyLikesAnything() {
    AlternatingLeastSquares als = new AlternatingLeastSquares();
    TrainingTask task = SmallRatings.task(als, ratings, Map.of("minimum-rating", "5"), 1);

    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> als.train(task, ProgressListener.SILENT))
        .withMessageContaining("set minimum-rating to at most 4.5")
        .extracting(MatineeException::reason)
        .isEqualTo(Reason.NO_RATINGS);
  }

  private static FactorModel model(TrainedScorer trained) {
    return (FactorModel) trained.model();
  }

  private TrainedScorer train(long seed) {
    AlternatingLeastSquares als = new AlternatingLeastSquares();
    return als.train(SmallRatings.task(als, ratings, SETTINGS, seed), ProgressListener.SILENT);
  }
}
