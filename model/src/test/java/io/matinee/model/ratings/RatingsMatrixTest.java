package io.matinee.model.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatingsMatrixTest {
  private static final IdDictionary USERS = IdDictionary.of(List.of("1", "2", "3"));
  private static final IdDictionary MOVIES = IdDictionary.of(List.of("10", "20", "30", "40"));

  private final RatingsMatrix matrix =
      RatingsMatrix.builder(USERS, MOVIES)
          .add(2, 3, 5f, 50)
          .add(0, 2, 1f, 10)
          .add(2, 0, 3f, 30)
          .add(0, 0, 2f, 20)
          .build();

  @Test
  void ordersRowsByMovie() {
    assertThat(matrix.userStart(0)).isZero();
    assertThat(matrix.userEnd(0)).isEqualTo(2);
    assertThat(matrix.movieAt(0)).isZero();
    assertThat(matrix.movieAt(1)).isEqualTo(2);
    assertThat(matrix.ratingAt(1)).isEqualTo(1f);
    assertThat(matrix.timestampAt(3)).isEqualTo(50);
    assertThat(matrix.userRatingCount(1)).isZero();
  }

  @Test
  void knowsItsCountsAndMeans() {
    assertThat(matrix.movieRatingCounts()).containsExactly(2, 0, 1, 1);
    assertThat(matrix.mean()).isEqualTo(11.0 / 4);
    assertThat(matrix.movieMeans()).containsExactly(5.0 / 2, Double.NaN, 1, 5);
  }

  @Test
  void findsCells() {
    assertThat(matrix.find(2, 3)).isEqualTo(3);
    assertThat(matrix.find(2, 1)).isEqualTo(-1);
    assertThat(matrix.contains(0, 2)).isTrue();
    assertThat(matrix.contains(1, 2)).isFalse();
  }

  @Test
  void mayBeEmpty() {
    RatingsMatrix empty = RatingsMatrix.builder(USERS, MOVIES).build();
    assertThat(empty.ratingCount()).isZero();
    assertThat(empty.mean()).isNaN();
    assertThat(empty.userEnd(2)).isZero();
  }

  @Test
  void growsPastItsFirstCapacity() {
    IdDictionary many =
        IdDictionary.of(IntStream.range(0, 5000).mapToObj(Integer::toString).toList());
    RatingsMatrix.Builder builder = RatingsMatrix.builder(USERS, many);
    for (int movie = 4999; movie >= 0; movie--) {
      builder.add(1, movie, 3f, movie);
    }
    RatingsMatrix large = builder.build();
    assertThat(large.timestampAt(4321)).isEqualTo(4321);
  }

  @Test
  void refusesARepeatedCellByName() {
    RatingsMatrix.Builder builder =
        RatingsMatrix.builder(USERS, MOVIES).add(1, 2, 3f, 0).add(1, 2, 4f, 0);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("user 2 rated movie 30 twice");
  }

  @Test
  void refusesWhatIsNoCell() {
    RatingsMatrix.Builder builder = RatingsMatrix.builder(USERS, MOVIES);
    assertThatThrownBy(() -> builder.add(3, 0, 1f, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> builder.add(0, -1, 1f, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> builder.add(0, 0, Float.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesRowsThatAreNoMatrix() {
    long[] starts = {0, 1, 1, 1};
    assertRefused(Rows.of(new long[] {0, 1}, new int[1], new float[1], new long[1]));
    assertRefused(Rows.of(starts, new int[1], new float[2], new long[1]));
    assertRefused(Rows.of(starts, new int[1], new float[1], new long[2]));
    assertRefused(Rows.of(starts, new int[] {4}, new float[1], new long[1]));
    assertRefused(Rows.of(starts, new int[] {-1}, new float[1], new long[1]));
    assertRefused(Rows.of(new long[] {0, 2, 2, 2}, new int[] {1, 1}, new float[2], new long[2]));
    assertRefused(Rows.of(new long[] {0, 2, 1, 2}, new int[] {0, 1}, new float[2], new long[2]));
    assertRefused(Rows.of(new long[] {0, -1, 1, 1}, new int[1], new float[1], new long[1]));
    assertRefused(Rows.of(new long[] {0, 1L << 32, 1, 1}, new int[1], new float[1], new long[1]));
  }

  @Test
  void knowsNoTimeWhereNoneIsKept() {
    Rows rows = Rows.of(new long[] {0, 1, 1, 1}, new int[1], new float[1], new long[0]);
    assertThat(RatingsMatrix.ofRows(USERS, MOVIES, rows).timestampAt(0)).isZero();
  }

  private static void assertRefused(Rows rows) {
    assertThatThrownBy(() -> RatingsMatrix.ofRows(USERS, MOVIES, rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a ratings matrix");
  }
}
