package io.matinee.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeighbourScorerTest {
  private static final NeighbourObjective LIKES = new NeighbourObjective(4);

  /** Movie 0 raises 1 by .5 and lowers 2 by .25, movie 2 raises 1 by .75; nothing reaches 0. */
  private static final NeighbourModel MODEL =
      new NeighbourModel(
          new long[] {0, 2, 2, 3}, new int[] {1, 2, 1}, new float[] {.5f, -.25f, .75f}, LIKES);

  private static final RatingsMatrix SEEN =
      RatingsMatrix.builder(RandomModels.ids(2), RandomModels.ids(3))
          .add(0, 0, 5, 0)
          .add(0, 1, 2, 0)
          .add(0, 2, 4, 0)
          .add(1, 0, 3.5f, 0)
          .build();

  private final Scorer scorer = Scorer.of(MODEL, SEEN);

  @Test
  void addsTheWeightsOfWhatIsLiked() {
    UserState user = scorer.user(0).orElseThrow();
    float[] scores = new float[3];
    scorer.scoreAll(user, scores);
    assertThat(scores).containsExactly(Scorer.UNKNOWN_MOVIE, 1.25f, -.25f);
    for (int movie = 0; movie < scores.length; movie++) {
      assertThat(scorer.score(user, movie)).isEqualTo(scores[movie]);
    }
  }

  @Test
  void knowsNothingOfWhoLikesNothing() {
    assertThat(scorer.user(1)).isEmpty();
    assertThat(scorer.foldIn(new RatedMovies(new int[] {0}, new float[] {3.5f}))).isEmpty();
    assertThat(scorer.foldIn(RatedMovies.NONE)).isEmpty();
  }

  @Test
  void knowsNothingOfWhoLikesOnlyMoviesThatLeadNowhere() {
    assertThat(scorer.foldIn(new RatedMovies(new int[] {1}, new float[] {5}))).isEmpty();
    UserState both =
        scorer.foldIn(new RatedMovies(new int[] {1, 2}, new float[] {5, 5})).orElseThrow();
    assertThat(scorer.score(both, 1)).isEqualTo(.75f);
  }

  @Test
  void foldsATrainedUsersRatingsIntoHerState() {
    UserState folded = scorer.foldIn(RatedMovies.of(SEEN, 0)).orElseThrow();
    assertThat(scorer.score(folded, 1)).isEqualTo(1.25f);
  }

  @Test
  void tellsHowManyWeightsItAddsUp() {
    NeighbourScorer weighing = NeighbourScorer.of(Neighbours.of(MODEL), Optional.empty());

    assertThat(weighing.weights(RatedMovies.of(SEEN, 0))).isEqualTo(3);
    assertThat(weighing.weights(RatedMovies.of(SEEN, 1))).isZero();
    assertThat(weighing.weights(new RatedMovies(new int[] {1, 2}, new float[] {5, 5}))).isOne();
  }

  @Test
  void hasNeitherVectorsNorRatings() {
    assertThat(scorer.movieVectors()).isEmpty();
    assertThat(scorer.rating()).isEmpty();
  }

  @Test
  void refusesWhatIsNotItsOwn() {
    UserState ofFactors = new UserVector(new float[] {1}, 0);
    assertThatThrownBy(() -> scorer.score(ofFactors, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scorer.scoreAll(scorer.nobody(), new float[2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scorer.score(scorer.nobody(), 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> scorer.foldIn(new RatedMovies(new int[] {3}, new float[] {5})))
        .isInstanceOf(IndexOutOfBoundsException.class);
    Scorer withoutUsers = NeighbourScorer.of(Neighbours.of(MODEL), Optional.empty());
    assertThatThrownBy(() -> withoutUsers.user(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void scoresOneMovieToTheBitAsAllTogether() {
    Random random = new Random(5);
    int movies = 60;
    NeighbourModel model = RandomModels.neighbours(movies, .2, random.nextLong());
    RatingsMatrix seen = RandomModels.ratings(8, movies, .3, 6);
    Scorer drawn = Scorer.of(model, seen);
    float[] scores = new float[movies];
    for (int user = 0; user < 8; user++) {
      UserState state = drawn.user(user).orElseThrow();
      drawn.scoreAll(state, scores);
      for (int movie = 0; movie < movies; movie++) {
        assertThat(drawn.score(state, movie)).isEqualTo(scores[movie]);
      }
    }
  }
}
