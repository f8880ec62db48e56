package io.matinee.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingScale;
import org.junit.jupiter.api.Test;

class FactorScorerTest {
  private static final float[] NONE = {};
  private static final FactorObjective RIDGE = new FactorObjective.Squared(1);
  private static final FactorObjective SIGMOID = new FactorObjective.SquaredSigmoid(0.1, 0, 0.1);

  /** Two movies (1, 2) and (3, -1) with biases .5 and -.5; one user (2, 1) with bias .25. */
  private static FactorScorer small(FactorObjective objective) {
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

  private static UserVector user(FactorScorer scorer) {
    return scorer.vector(scorer.user(0).orElseThrow());
  }

  @Test
  void addsMeanBiasesAndProduct() {
    FactorScorer scorer = small(RIDGE);
    float[] scores = new float[2];
    scorer.scoreAll(user(scorer), scores);
    assertThat(scores).containsExactly(7.75f, 7.75f);
    assertThat(scorer.score(user(scorer), 1)).isEqualTo(7.75f);
  }

  @Test
  void clipsRatingsToTheScale() {
    FactorScorer scorer = small(RIDGE);
    assertThat(scorer.rating().orElseThrow().rating(7.75f)).isEqualTo(5f);
    assertThat(scorer.rating().orElseThrow().rating(-1f)).isEqualTo(0.5f);
    assertThat(scorer.rating().orElseThrow().rating(3.3f)).isEqualTo(3.3f);
  }

  @Test
  void readsRatingsThroughTheSigmoid() {
    FactorScorer scorer = small(SIGMOID);
    assertThat(scorer.rating().orElseThrow().rating(0)).isEqualTo(2.75f);
    assertThat(scorer.rating().orElseThrow().rating((float) Math.log(3)))
        .isCloseTo(0.5f + 4.5f * 0.75f, within(1e-5f));
    assertThat(scorer.rating().orElseThrow().rating(1000)).isEqualTo(5f);
    assertThat(scorer.rating().orElseThrow().rating(-1000)).isEqualTo(0.5f);
  }

  @Test
  void copiesVectorsOut() {
    FactorScorer scorer = small(RIDGE);
    assertThat(scorer.movieVector(1)).containsExactly(3, -1);
    assertThat(scorer.movieVectors().orElseThrow().bias(1)).isEqualTo(-0.5f);
    assertThat(user(scorer).vector()).containsExactly(2, 1);
    assertThat(scorer.movieCount()).isEqualTo(2);
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
    scorer.scoreAll(user(scorer), scores);
    for (int movie = 0; movie < movies; movie++) {
      assertThat(scores[movie]).isEqualTo(scores[0]);
      assertThat(scorer.score(user(scorer), movie)).isEqualTo(scores[0]);
    }
  }

  @Test
  void refusesIndicesThatItDoesNotHave() {
    FactorScorer scorer = small(RIDGE);
    assertThatThrownBy(() -> scorer.user(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> scorer.user(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> scorer.movieVector(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> scorer.score(user(scorer), 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> scorer.scoreAll(user(scorer), new float[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesRatingsThatItCannotFoldIn() {
    FactorScorer scorer = small(RIDGE);
    assertThatThrownBy(() -> new RatedMovies(new int[] {0}, new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RatedMovies(new int[] {0}, new float[] {Float.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scorer.foldIn(new RatedMovies(new int[] {2}, new float[] {1})))
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

  /** User 1 and movie 1 have vectors of zeros, and movie 0 scores -2 for user 0. */
  @Test
  void knowsNothingOfVectorsOfZerosUnderLikes() {
    FactorScorer scorer =
        FactorScorer.of(
            new FactorModel(
                2,
                new float[] {-1, 0, 0, 0},
                new float[] {2, 1, 0, 0},
                NONE,
                NONE,
                0,
                RatingScale.MOVIELENS_STARS,
                new FactorObjective.Implicit(1, 0, 8, 4)));
    assertThat(scorer.user(1)).isEmpty();
    assertThat(scorer.score(user(scorer), 0)).isEqualTo(-2);
    assertThat(scorer.score(user(scorer), 1)).isEqualTo(Scorer.UNKNOWN_MOVIE);
    assertThat(scorer.foldIn(new RatedMovies(new int[] {0}, new float[] {3}))).isEmpty();
    assertThat(scorer.foldIn(new RatedMovies(new int[] {1}, new float[] {5}))).isEmpty();
    assertThat(scorer.rating()).isEmpty();
  }

  @Test
  void refusesStatesOfOtherScorers() {
    FactorScorer scorer = small(RIDGE);
    assertThatThrownBy(() -> scorer.score(RatedMovies.NONE, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scorer.score(new UserVector(new float[3], 0), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
