package io.matinee.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import org.junit.jupiter.api.Test;

/** The two references that every model is judged beside. */
class MeansTest {
  private final RatingsMatrix training =
      RatingsMatrix.builder(RandomModels.ids(2), RandomModels.ids(3))
          .add(0, 0, 5, 0)
          .add(0, 1, 3, 0)
          .add(1, 1, 2, 0)
          .build();

  @Test
  void popularCountsRatings() {
    BiasScorer scorer = BiasScorer.of(Popularity.fit(training, RatingScale.MOVIELENS_STARS));
    float[] scores = new float[3];
    scorer.scoreAll(scorer.user(1).orElseThrow(), scores);
    assertThat(scores).containsExactly(1, 2, 0);
    assertThat(scorer.rating()).isEmpty();
    UserState stranger =
        scorer.foldIn(new RatedMovies(new int[] {2}, new float[] {5})).orElseThrow();
    assertThat(scorer.score(stranger, 1)).isEqualTo(2);
  }

  /** One user and one movie: mean 4 takes everything, biases are 0. */
  @Test
  void baselineLeavesNothingToBiasesWhenTheMeanExplainsAll() {
    RatingsMatrix one =
        RatingsMatrix.builder(RandomModels.ids(1), RandomModels.ids(1)).add(0, 0, 4, 0).build();
    BiasModel model = DampedBiases.fit(one, RatingScale.MOVIELENS_STARS, 1, 1);
    assertThat(model.mean()).isEqualTo(4f);
    assertThat(model.movieBias()).containsExactly(0);
    assertThat(model.userBias()).containsExactly(0);
  }

  /** At the fixed point each bias is the damped mean of its residuals. */
  @Test
  void baselineSettlesAtItsFixedPoint() {
    BiasModel model = DampedBiases.fit(training, RatingScale.MOVIELENS_STARS, 2, 3);
    double mean = 10.0 / 3;
    assertThat(model.mean()).isCloseTo((float) mean, within(1e-6f));
    double first = (5 - mean - model.movieBias()[0]) + (3 - mean - model.movieBias()[1]);
    assertThat(model.userBias()[0]).isCloseTo((float) (first / 4), within(1e-5f));
    double movie = (3 - mean - model.userBias()[0]) + (2 - mean - model.userBias()[1]);
    assertThat(model.movieBias()[1]).isCloseTo((float) (movie / 5), within(1e-3f));
    assertThat(model.movieBias()[2]).isZero();
    assertThat(BiasScorer.of(model).rating()).isPresent();
  }

  @Test
  void baselineFoldsAUserInWithHerOwnBias() {
    BiasModel model = DampedBiases.fit(training, RatingScale.MOVIELENS_STARS, 2, 3);
    BiasScorer scorer = BiasScorer.of(model);
    UserState folded =
        scorer.foldIn(new RatedMovies(new int[] {0, 1}, new float[] {5, 3})).orElseThrow();
    UserState trained = scorer.user(0).orElseThrow();
    assertThat(scorer.score(folded, 2)).isCloseTo(scorer.score(trained, 2), within(1e-6f));
  }

  @Test
  void baselineOfNothingIsZero() {
    RatingsMatrix none = RandomModels.ratings(2, 2, 0, 1);
    BiasModel model = DampedBiases.fit(none, RatingScale.MOVIELENS_STARS, 1, 1);
    assertThat(model.mean()).isZero();
    assertThat(model.movieBias()).containsExactly(0, 0);
  }
}
