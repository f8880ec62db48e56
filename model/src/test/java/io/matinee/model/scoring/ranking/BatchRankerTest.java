package io.matinee.model.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.BiasScorer;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.NeighbourModel;
import io.matinee.model.scoring.NeighbourObjective;
import io.matinee.model.scoring.Popularity;
import io.matinee.model.scoring.RandomModels;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.UserState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All lists at once against one list at a time. */
class BatchRankerTest {
  private static final FactorObjective OBJECTIVE = new FactorObjective.Squared(1);

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1",
    "33, 17, 3, 10",
    "70, 500, 20, 10",
    "5, 100, 64, 200",
    "40, 31, 1, 7",
    "9, 50, 8, 0"
  })
  void agreesWithOneUserAtATime(int users, int movies, int dimension, int k) {
    FactorScorer scorer =
        FactorScorer.of(RandomModels.factors(users, movies, dimension, OBJECTIVE, 7));
    RatingsMatrix seen = RandomModels.ratings(users, movies, 0.3, 8);
    MovieMask candidates = movie -> movie % 7 != 3;
    for (boolean includeSeen : new boolean[] {false, true}) {
      int[][] lists = new BatchRanker(seen, candidates, k, includeSeen).lists(scorer);
      assertThat(lists.length).isEqualTo(users);
      for (int user = 0; user < users; user++) {
        requireSameScores(scorer, seen, candidates, user, k, includeSeen, lists[user]);
      }
    }
  }

  @Test
  void breaksTiesBySmallerIndexAcrossTiles() {
    int movies = 20_000;
    FactorModel model =
        new FactorModel(
            1,
            filled(movies, 1),
            filled(3, 2),
            new float[0],
            new float[0],
            0,
            RatingScale.MOVIELENS_STARS,
            OBJECTIVE);
    RatingsMatrix seen =
        RatingsMatrix.builder(RandomModels.ids(3), RandomModels.ids(movies))
            .add(1, 0, 3, 0)
            .add(1, 2, 3, 0)
            .build();
    int[][] lists = new BatchRanker(seen, movie -> true, 3, false).lists(FactorScorer.of(model));
    assertThat(lists[0]).containsExactly(0, 1, 2);
    assertThat(lists[1]).containsExactly(1, 3, 4);
    assertThat(lists[2]).containsExactly(0, 1, 2);
  }

  @Test
  void leavesListsShortWhenCandidatesRunOut() {
    FactorScorer scorer = FactorScorer.of(RandomModels.factors(2, 6, 2, OBJECTIVE, 1));
    RatingsMatrix none = RandomModels.ratings(2, 6, 0, 1);
    int[][] lists = new BatchRanker(none, movie -> movie < 2, 5, false).lists(scorer);
    assertThat(lists[0]).containsExactlyInAnyOrder(0, 1);
  }

  @ParameterizedTest
  @CsvSource({"33, 17, 10", "70, 200, 10", "9, 50, 0"})
  void agreesWithOneUserAtATimeWhateverTheKind(int users, int movies, int k) {
    RatingsMatrix seen = RandomModels.ratings(users, movies, 0.3, 8);
    Scorer neighbours = Scorer.of(RandomModels.neighbours(movies, .3, 4), seen);
    Scorer popular = BiasScorer.of(Popularity.fit(seen, RatingScale.MOVIELENS_HALF_STARS));
    MovieMask candidates = movie -> movie % 7 != 3;
    for (Scorer scorer : List.of(neighbours, popular)) {
      int[][] lists = new BatchRanker(seen, candidates, k, false).lists(scorer);
      for (int user = 0; user < users; user++) {
        if (scorer.user(user).isPresent()) {
          requireSameScores(scorer, seen, candidates, user, k, false, lists[user]);
        } else {
          assertThat(lists[user]).isEmpty();
        }
      }
    }
  }

  /** Users 0 and 2 like something, user 1 only dislikes. */
  @Test
  void ranksByTheFirstScorerThatKnowsTheUser() {
    RatingsMatrix seen =
        RatingsMatrix.builder(RandomModels.ids(3), RandomModels.ids(4))
            .add(0, 0, 5, 0)
            .add(1, 3, 1, 0)
            .add(2, 0, 5, 0)
            .build();
    Scorer neighbours =
        Scorer.of(
            new NeighbourModel(
                new long[] {0, 1, 1, 1, 1},
                new int[] {2},
                new float[] {1},
                new NeighbourObjective(4)),
            seen);
    Scorer popular = BiasScorer.of(Popularity.fit(seen, RatingScale.MOVIELENS_STARS));
    int[][] lists = new int[3][];
    new BatchRanker(seen, movie -> true, 2, false)
        .rank(List.of(neighbours, popular), (user, list) -> lists[user] = list);
    assertThat(lists[0]).containsExactly(2, 1);
    assertThat(lists[1]).containsExactly(0, 1);
    assertThat(lists[2]).containsExactly(2, 1);
  }

  private static void requireSameScores(
      Scorer scorer,
      RatingsMatrix seen,
      MovieMask candidates,
      int user,
      int k,
      boolean includeSeen,
      int[] found) {
    float[] scores = new float[scorer.movieCount()];
    UserState state = scorer.user(user).orElseThrow();
    scorer.scoreAll(state, scores);
    MovieMask allowed =
        movie -> candidates.allows(movie) && (includeSeen || !seen.contains(user, movie));
    int[] expected = TopK.select(scores, k, allowed);
    assertThat(found).hasSameSizeAs(expected).doesNotHaveDuplicates();
    for (int rank = 0; rank < found.length; rank++) {
      assertThat(allowed.allows(found[rank])).isTrue();
      assertThat(scores[found[rank]]).isCloseTo(scores[expected[rank]], within(1e-5f));
    }
  }

  private static float[] filled(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return values;
  }
}
