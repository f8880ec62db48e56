package io.matinee.trainer.algorithm.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Both forms of P, against each other and against elimination. */
class PrecisionTest {

  private static final double LAMBDA = 3;

  private final int[][] likes = Dense.randomLikes(140, 200, 5);
  private final LikedPart part = Dense.part(likes);

  @Test
  void isTheSameByMoviesAndByUsers() {
    Precision byMovies = Precision.byMovies(part, LAMBDA, () -> {});
    Precision byUsers = Precision.byUsers(part, LAMBDA, () -> {});
    double[] one = new double[part.movieCount()];
    double[] other = new double[part.movieCount()];
    for (int movie = 0; movie < part.movieCount(); movie++) {
      byMovies.fill(movie, one);
      byUsers.fill(movie, other);
      for (int index = 0; index < other.length; index++) {
        other[index] /= LAMBDA;
      }
      assertThat(other).containsExactly(one, within(1e-9));
    }
  }

  @Test
  void isWhatEliminationGives() {
    double[][] expected = Dense.precision(likes, LAMBDA);
    Precision precision = Precision.byMovies(part, LAMBDA, () -> {});
    double[] column = new double[part.movieCount()];
    for (int movie = 0; movie < part.movieCount(); movie++) {
      precision.fill(movie, column);
      for (int other = 0; other < column.length; other++) {
        assertThat(column[other])
            .isCloseTo(expected[part.movies()[other]][part.movies()[movie]], within(1e-12));
      }
    }
  }

  @Test
  void invertsTheSmallerSide() {
    assertThat(part.movies()).doesNotContain(0);
    assertThat(part.userCount()).isEqualTo(139);
    assertThat(MemoryNeed.of(new LikedSize(139, 199, 7_000), 10, 1).size()).isEqualTo(139);
    assertThat(MemoryNeed.of(new LikedSize(199, 139, 7_000), 10, 1).size()).isEqualTo(139);
  }
}
