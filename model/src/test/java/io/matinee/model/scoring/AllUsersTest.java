package io.matinee.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All lists at once against one list at a time. */
class AllUsersTest {
  private static final Objective OBJECTIVE =
      new Objective("squared", Link.IDENTITY, FoldIn.RIDGE, 1, 0, 0);

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1",
    "33, 17, 3, 10",
    "70, 500, 20, 10",
    "5, 100, 64, 200",
    "40, 31, 0, 7",
    "9, 50, 8, 0"
  })
  void agreesWithOneUserAtATime(int users, int movies, int dimension, int k) {
    FactorScorer scorer =
        FactorScorer.of(RandomModels.factors(users, movies, dimension, OBJECTIVE, 7));
    RatingsMatrix seen = RandomModels.ratings(users, movies, 0.3, 8);
    MovieMask candidates = movie -> movie % 7 != 3;
    for (boolean includeSeen : new boolean[] {false, true}) {
      int[][] lists = AllUsers.topK(scorer, seen, candidates, k, includeSeen);
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
    int[][] lists = AllUsers.topK(FactorScorer.of(model), seen, movie -> true, 3, false);
    assertThat(lists[0]).containsExactly(0, 1, 2);
    assertThat(lists[1]).containsExactly(1, 3, 4);
    assertThat(lists[2]).containsExactly(0, 1, 2);
  }

  @Test
  void leavesListsShortWhenCandidatesRunOut() {
    FactorScorer scorer = FactorScorer.of(RandomModels.factors(2, 6, 2, OBJECTIVE, 1));
    RatingsMatrix none = RandomModels.ratings(2, 6, 0, 1);
    int[][] lists = AllUsers.topK(scorer, none, movie -> movie < 2, 5, false);
    assertThat(lists[0]).containsExactlyInAnyOrder(0, 1);
  }

  private static void requireSameScores(
      FactorScorer scorer,
      RatingsMatrix seen,
      MovieMask candidates,
      int user,
      int k,
      boolean includeSeen,
      int[] found) {
    float[] scores = new float[scorer.movieCount()];
    UserState state = scorer.user(user);
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
