package io.matinee.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingScale;
import org.junit.jupiter.api.Test;

class FactorScorerTest {
  private static final float[] NONE = {};
  private static final Objective RIDGE =
      new Objective("squared", Link.IDENTITY, FoldIn.RIDGE, 1, 0, 0);
  private static final Objective SIGMOID =
      new Objective("squared", Link.SCALED_SIGMOID, FoldIn.SIGMOID_NEWTON, 0.1, 0, 0);

  /** Two movies (1, 2) and (3, -1) with biases .5 and -.5; one user (2, 1) with bias .25. */
  private static FactorScorer small(Objective objective) {
    return FactorScorer.of(
        new FactorModel(
            2,
            new float[] {1, 2, 3, -1},
            new float[] {2, 1},
            new float[] {0.5f, -0.5f},
            new float[] {0.25f},
            3f,
            RatingScale.MOVIELENS_HALF_STARS,
            objective));
  }

  @Test
  void addsMeanBiasesAndProduct() {
    FactorScorer scorer = small(RIDGE);
    float[] scores = new float[2];
    scorer.scoreAll(scorer.user(0), scores);
    assertThat(scores).containsExactly(7.75f, 7.75f);
    assertThat(scorer.score(scorer.user(0), 1)).isEqualTo(7.75f);
  }

  @Test
  void clipsRatingsToTheScale() {
    FactorScorer scorer = small(RIDGE);
    assertThat(scorer.rating(7.75f)).isEqualTo(5f);
    assertThat(scorer.rating(-1f)).isEqualTo(0.5f);
    assertThat(scorer.rating(3.3f)).isEqualTo(3.3f);
  }

  @Test
  void readsRatingsThroughTheSigmoid() {
    FactorScorer scorer = small(SIGMOID);
    assertThat(scorer.rating(0)).isEqualTo(2.75f);
    assertThat(scorer.rating((float) Math.log(3))).isCloseTo(0.5f + 4.5f * 0.75f, within(1e-5f));
    assertThat(scorer.rating(1000)).isEqualTo(5f);
    assertThat(scorer.rating(-1000)).isEqualTo(0.5f);
  }

  @Test
  void copiesVectorsOut() {
    FactorScorer scorer = small(RIDGE);
    assertThat(scorer.movieVector(1)).containsExactly(3, -1);
    assertThat(scorer.movieBias(1)).isEqualTo(-0.5f);
    assertThat(scorer.user(0).vector()).containsExactly(2, 1);
    assertThat(scorer.movieCount()).isEqualTo(2);
    assertThat(scorer.userCount()).isEqualTo(1);
  }

  @Test
  void scoresEqualVectorsEquallyWhereverTheyLie() {
    int movies = 23;
    float[] row = {0.1f, -0.7f, 0.3f, 0.9f, 0.2f, -0.4f, 0.8f, 0.6f, -0.5f, 1.1f, 0.7f};
    float[] factors = new float[movies * row.length];
    for (int movie = 0; movie < movies; movie++) {
      System.arraycopy(row, 0, factors, movie * row.length, row.length);
    }
    FactorScorer scorer =
        FactorScorer.of(
            new FactorModel(
                row.length,
                factors,
                row.clone(),
                NONE,
                NONE,
                0,
                RatingScale.MOVIELENS_STARS,
                RIDGE));
    float[] scores = new float[movies];
    scorer.scoreAll(scorer.user(0), scores);
    for (int movie = 0; movie < movies; movie++) {
      assertThat(scores[movie]).isEqualTo(scores[0]);
      assertThat(scorer.score(scorer.user(0), movie)).isEqualTo(scores[0]);
    }
  }

  @Test
  void refusesIndicesThatItDoesNotHave() {
    FactorScorer scorer = small(RIDGE);
    assertThatThrownBy(() -> scorer.user(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> scorer.user(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> scorer.movieVector(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> scorer.score(scorer.user(0), 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> scorer.scoreAll(scorer.user(0), new float[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesRatingsThatItCannotFoldIn() {
    FactorScorer scorer = small(RIDGE);
    assertThatThrownBy(() -> scorer.foldIn(new int[] {0}, new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scorer.foldIn(new int[] {0}, new float[] {Float.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scorer.foldIn(new int[] {2}, new float[] {1}))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesArraysThatContradictOneAnother() {
    assertThatThrownBy(
            () ->
                new FactorModel(
                    2,
                    new float[3],
                    new float[2],
                    NONE,
                    NONE,
                    0,
                    RatingScale.MOVIELENS_STARS,
                    RIDGE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 factors and 0 biases of movies do not fit dimension 2");
  }
}
