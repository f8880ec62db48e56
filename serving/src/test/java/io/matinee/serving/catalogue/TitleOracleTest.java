package io.matinee.serving.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.serving.SmallCatalogue;
import io.matinee.serving.SmallCatalogue.Rated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Finds what a search without an index finds, by edit distances in a table. */
class TitleOracleTest {
  private static final int NEVER = 4;

  /** Few enough to be mistaken for one another; the last takes two characters. */
  private static final List<String> LETTERS = List.of("b", "c", "k", "\uD801\uDC28");

  @Property
  void findsWhatTheOracleFinds(
      @ForAll("titles") List<String> titles,
      @ForAll @IntRange(max = 3) int slips,
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 5) int pageSize) {
    List<String> query = List.of(slipped(titles.getFirst(), slips, random).split(" +"));
    Rated[] movies =
        IntStream.range(0, titles.size())
            .mapToObj(movie -> SmallCatalogue.movie(id(movie), titles.get(movie), 2000, movie % 3))
            .toArray(Rated[]::new);
    TitleIndex index = TitleIndex.of(SmallCatalogue.of(movies));

    assertThat(all(index, String.join(" ", query), pageSize)).isEqualTo(oracle(movies, query));
  }

  @Provide
  Arbitrary<List<String>> titles() {
    return Arbitraries.of(LETTERS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(10)
        .map(letters -> String.join("", letters))
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(words -> String.join(" ", words))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  /** Returns a title in which letters were changed, left out, put in or swapped. */
  private static String slipped(String title, int slips, Random random) {
    List<String> letters =
        new ArrayList<>(title.codePoints().mapToObj(Character::toString).toList());
    for (int slip = 0; slip < slips; slip++) {
      int at = random.nextInt(letters.size());
      String drawn = LETTERS.get(random.nextInt(LETTERS.size()));
      switch (random.nextInt(4)) {
        case 0 -> letters.set(at, drawn);
        case 1 -> letters.add(at, drawn);
        case 2 -> Collections.swap(letters, at, random.nextInt(letters.size()));
        default -> letters.set(at, "");
      }
    }
    String query = String.join("", letters).strip();
    return query.isEmpty() ? title : query;
  }

  private static List<Integer> all(TitleIndex index, String query, int pageSize) {
    List<Integer> movies = new ArrayList<>();
    OptionalInt start = OptionalInt.of(0);
    while (start.isPresent()) {
      IndexPage page = index.search(query, start.getAsInt(), pageSize);
      assertThat(page.indices()).hasSizeLessThanOrEqualTo(pageSize);
      movies.addAll(page.indices());
      start = page.next();
    }
    return movies;
  }

  private static List<Integer> oracle(Rated[] movies, List<String> query) {
    return IntStream.range(0, movies.length)
        .boxed()
        .filter(movie -> rank(movies[movie], query) < NEVER)
        .sorted(
            Comparator.<Integer>comparingInt(movie -> rank(movies[movie], query))
                .thenComparing(movie -> -movies[movie].ratingCount()))
        .toList();
  }

  private static int rank(Rated movie, List<String> query) {
    List<String> title = List.of(movie.movie().title().split(" +"));
    return query.stream()
        .mapToInt(word -> title.stream().mapToInt(other -> rank(word, other)).min().orElseThrow())
        .max()
        .orElseThrow();
  }

  private static int rank(String word, String other) {
    if (other.startsWith(word)) {
      return other.equals(word) ? 0 : 1;
    }
    int[] letters = word.codePoints().toArray();
    int forgiven = letters.length >= 8 ? 2 : letters.length >= 4 ? 1 : 0;
    int wrong = distance(letters, other.codePoints().toArray());
    return wrong <= forgiven ? 1 + wrong : NEVER;
  }

  /** The edit distance in which two neighbours may change their places, once. */
  private static int distance(int[] one, int[] other) {
    int[][] table = new int[one.length + 1][other.length + 1];
    Arrays.setAll(table[0], column -> column);
    for (int row = 1; row <= one.length; row++) {
      table[row][0] = row;
      for (int column = 1; column <= other.length; column++) {
        int replaced = table[row - 1][column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
        int missing = Math.min(table[row - 1][column], table[row][column - 1]) + 1;
        table[row][column] = Math.min(replaced, missing);
        if (row > 1
            && column > 1
            && one[row - 1] == other[column - 2]
            && one[row - 2] == other[column - 1]) {
          table[row][column] = Math.min(table[row][column], table[row - 2][column - 2] + 1);
        }
      }
    }
    return table[one.length][other.length];
  }

  private static String id(int movie) {
    return Integer.toString(movie + 1);
  }
}
