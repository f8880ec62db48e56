package io.matinee.trainer.dataset.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.trainer.dataset.parquet.RatingColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatedRatingsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "10, 3, 5, 4",
    "200, 20, 30, 7",
    "200, 1, 30, 7",
    "300, 100, 4, 1000",
    "5000, 900, 900, 64",
    "300000, 2000, 500, 131072",
    "140000, 1, 90000, 1000"
  })
  void findsThePairsThatASetFinds(int rows, int users, int movies, int mostSorted)
      throws IOException, SQLException {
    for (int seed = 0; seed < Math.max(1, 5_000 / rows); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Pair> pairs = new ArrayList<>();
      Map<Integer, Integer> numbers = new HashMap<>();
      for (int row = 0; row < rows; row++) {
        // the product of two: some come much more often than others
        int user = (int) (users * random.nextDouble() * random.nextDouble());
        numbers.putIfAbsent(user, numbers.size());
        pairs.add(new Pair(numbers.get(user), random.nextInt(movies)));
      }
      assertThat(found(pairs, mostSorted, true)).isEqualTo(repeated(pairs));
    }
  }

  @Test
  void togetherByUserNoneIsLookedForAgain() throws IOException, SQLException {
    List<Pair> pairs = new ArrayList<>();
    for (int row = 0; row < 300_000; row++) {
      pairs.add(new Pair(row / 7, row % 7));
    }
    assertThat(found(pairs, 1_000_000, false)).isEmpty();
    pairs.add(new Pair(pairs.getLast().user(), pairs.getLast().movie()));
    assertThat(found(pairs, 100_000, true)).containsExactly(pairs.getLast());
  }

  @Test
  void togetherByMovieNoneIsLookedForAgain() throws IOException, SQLException {
    List<Pair> pairs = new ArrayList<>();
    for (int row = 0; row < 300_000; row++) {
      pairs.add(new Pair(row * 11 % 30_000, row / 30_000));
    }
    assertThat(found(pairs, 1_000_000, false)).isEmpty();
    pairs.add(pairs.getLast());
    assertThat(found(pairs, 100_000, true)).containsExactly(pairs.getLast());
  }

  @Test
  void aSearchCanBeEndedAndLeavesNoFile() throws IOException {
    Path file = folder.resolve("pairs");
    try (RepeatedRatings ratings = new RepeatedRatings(file, 10)) {
      ratings.add(columns(List.of(new Pair(0, 0), new Pair(0, 0))));
      assertThatThrownBy(
              () ->
                  ratings.visit(
                      () -> {
                        throw new CancellationException();
                      },
                      (user, movie) -> {}))
          .isInstanceOf(CancellationException.class);
    }
    assertThat(Files.exists(file)).isFalse();
  }

  private Set<Pair> found(List<Pair> pairs, int mostSorted, boolean possible)
      throws IOException, SQLException {
    try (RepeatedRatings ratings = new RepeatedRatings(folder.resolve("pairs"), mostSorted)) {
      for (int from = 0; from < pairs.size(); from += RatingColumns.ROWS) {
        int to = Math.min(pairs.size(), from + RatingColumns.ROWS);
        ratings.add(columns(pairs.subList(from, to)));
      }
      List<Pair> found = new ArrayList<>();
      assertThat(ratings.mayOccur()).isEqualTo(possible);
      long count = ratings.visit(() -> {}, (user, movie) -> found.add(new Pair(user, movie)));
      Set<Pair> different = Set.copyOf(found);
      assertThat(count).isEqualTo(found.size()).isEqualTo(different.size());
      return different;
    }
  }

  private static RatingColumns columns(List<Pair> pairs) {
    RatingColumns columns = new RatingColumns();
    pairs.forEach(pair -> columns.add(pair.user(), pair.movie(), 3, RatingColumns.NO_TIME));
    return columns;
  }

  private static Set<Pair> repeated(List<Pair> pairs) {
    Set<Pair> seen = new HashSet<>();
    Set<Pair> repeated = new HashSet<>();
    for (Pair pair : pairs) {
      if (!seen.add(pair)) {
        repeated.add(pair);
      }
    }
    return repeated;
  }

  private record Pair(int user, int movie) {}
}
