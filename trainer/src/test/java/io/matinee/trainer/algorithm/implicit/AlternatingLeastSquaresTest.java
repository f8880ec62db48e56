package io.matinee.trainer.algorithm.implicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.UserState;
import io.matinee.model.snapshot.Epoch;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.SmallRatings;
import io.matinee.trainer.algorithm.TrainedScorer;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What alternating least squares promises, on ratings with two tastes. */
class AlternatingLeastSquaresTest {

  private static final Map<String, String> SETTINGS =
      Map.of("dimensions", "4", "regularisation", "1", "iterations", "8");

  private final RatingsMatrix ratings = SmallRatings.twoTastes(30, 20, 3);

  @Test
  void neverRaisesItsLoss() {
    assertThat(train(1).learningCurve())
        .hasSize(8)
        .extracting(Epoch::trainingLoss)
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void ranksAMovieOfOnesTasteFirst() {
    FactorScorer scorer = FactorScorer.of(train(1).model());
    float[] scores = new float[ratings.movieCount()];
    scorer.scoreAll(scorer.user(6), scores);

    int best = 0;
    for (int movie = 1; movie < scores.length; movie++) {
      best = scores[movie] > scores[best] ? movie : best;
    }
    assertThat(best % 2).isZero();
  }

  @Test
  void foldingOnesOwnRatingsInGivesOnesVector() {
    FactorScorer scorer = FactorScorer.of(train(1).model());
    for (int user = 0; user < ratings.userCount(); user++) {
      int count = ratings.userRatingCount(user);
      int[] movies = new int[count];
      float[] stars = new float[count];
      for (int index = 0; index < count; index++) {
        movies[index] = ratings.movieAt(ratings.userStart(user) + index);
        stars[index] = ratings.ratingAt(ratings.userStart(user) + index);
      }
      UserState folded = scorer.foldIn(movies, stars);
      assertThat(folded.vector()).containsExactly(scorer.user(user).vector(), within(1e-5f));
    }
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    FactorModel one = train(9).model();
    FactorModel other = train(9).model();

    assertThat(one.movieFactors()).isEqualTo(other.movieFactors());
    assertThat(one.userFactors()).isEqualTo(other.userFactors());
    assertThat(one.movieFactors()).isNotEqualTo(train(10).model().movieFactors());
  }

  @Test
  void aMovieThatNobodyLikesHasAVectorOfZero() {
    AlternatingLeastSquares als = new AlternatingLeastSquares();
    TrainedScorer onlyFives =
        als.train(
            SmallRatings.task(als, ratings, Map.of("minimum-rating", "5"), 1),
            ProgressListener.SILENT);

    assertThat(onlyFives.model().movieFactors()).containsOnly(0f);
  }

  private TrainedScorer train(long seed) {
    AlternatingLeastSquares als = new AlternatingLeastSquares();
    return als.train(SmallRatings.task(als, ratings, SETTINGS, seed), ProgressListener.SILENT);
  }
}
