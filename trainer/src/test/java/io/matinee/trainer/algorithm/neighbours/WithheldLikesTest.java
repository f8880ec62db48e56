package io.matinee.trainer.algorithm.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.metric.ranking.Relevance;
import io.matinee.trainer.algorithm.likes.Likes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sample that a pruning is measured on, and its figure. */
class WithheldLikesTest {

  @Test
  void withholdsAFifthOfTheLikesOfWhoHasFive() {
    Likes likes =
        new Likes(new int[] {0, 4, 15}, new int[] {0, 1, 2, 3, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});

    List<WithheldLikes> sample = WithheldLikes.sample(likes, 3);

    assertThat(sample).hasSize(1);
    WithheldLikes user = sample.getFirst();
    assertThat(user.user()).isOne();
    assertThat(user.withheld().count()).isEqualTo(2);
    assertThat(user.input()).hasSize(9).isSorted().doesNotHaveDuplicates();
    assertThat(Arrays.stream(user.input())).noneMatch(user.withheld()::contains);
  }

  @Test
  void leavesUsersAndMoviesTheirNumbersWithoutWhatIsWithheld() {
    LikedPart part = Dense.part(new int[][] {{0, 1, 1, 1, 1, 1, 1}, {0, 0, 1, 0, 0, 0, 0}});
    WithheldLikes user = WithheldLikes.sample(part.byUser(), 3).getFirst();

    LikedPart rest = part.without(List.of(user));

    int[][] likes = Dense.likes(part);
    IntStream.range(0, 6).filter(user.withheld()::contains).forEach(movie -> likes[0][movie] = 0);
    assertThat(Dense.likes(rest)).isDeepEqualTo(likes);
    assertThat(rest.movies()).isEqualTo(part.movies());
    assertThat(rest.byMovie().transposed(2).columns()).isEqualTo(rest.byUser().columns());
    assertThat(rest.byUser().count()).isEqualTo(6);
  }

  @Test
  void drawsByItsSeed() {
    Likes likes = Dense.part(Dense.randomLikes(700, 60, 2)).byUser();

    assertThat(inputs(likes, 1)).isDeepEqualTo(inputs(likes, 1));
    assertThat(inputs(likes, 1).length).isEqualTo(500);
    assertThat(inputs(likes, 1)[0]).isNotEqualTo(inputs(likes, 2)[0]);
  }

  /** Movie 0 is the input; 2 scores 0.5, 1 scores -1, and 3 has no weight at all. */
  @Test
  void ranksMoviesWithoutAWeightBelowThoseWithANegativeScore() {
    ScoreSheet sheet =
        new ScoreSheet(List.of(new WithheldLikes(0, new int[] {0}, Relevance.of(1, 3))), 4);
    sheet.score(0, new float[] {0, 9, 0, 0});
    sheet.score(1, new float[] {-1, 0, 0, 0});
    sheet.score(2, new float[] {.5f, 0, 0, 0});
    sheet.score(3, new float[] {0, 0, 0, 0});

    double second = 1 / (Math.log(3) / Math.log(2));
    assertThat(sheet.normalisedGain()).isCloseTo(second / (1 + second), within(1e-12));
  }

  private static int[][] inputs(Likes likes, long seed) {
    return WithheldLikes.sample(likes, seed).stream()
        .map(WithheldLikes::input)
        .toArray(int[][]::new);
  }
}
