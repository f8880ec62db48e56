package io.matinee.model.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastPerUserTest {
  private static final int USERS = 4;
  private static final int MOVIES = 12;

  /** A rating of a user by numbers that are their ids. */
  private record Rated(int user, int movie, long time) {}

  /** Sorts whole ratings, by time and then by movie, and cuts the end off. */
  @Property(tries = 500, seed = "2017")
  void agreesWithSortingAllRatingsOfAUser(
      @ForAll("ratings") Set<Rated> ratings, @ForAll @IntRange(min = 1, max = 14) int count) {
    Map<Integer, List<Rated>> byUser = new TreeMap<>();
    ratings.forEach(it -> byUser.computeIfAbsent(it.user(), user -> new ArrayList<>()).add(it));
    Set<List<Integer>> expected = new TreeSet<>(Comparator.comparing(List::toString));
    for (List<Rated> own : byUser.values()) {
      own.sort(Comparator.comparingLong(Rated::time).thenComparingInt(Rated::movie));
      own.subList(Math.max(1, own.size() - count), own.size())
          .forEach(it -> expected.add(List.of(it.user(), it.movie())));
    }

    Split split = Split.of(matrix(ratings), new LastPerUser(count));

    assertThat(cells(split.heldOut())).isEqualTo(expected);
    assertThat(split.training().ratingCount()).isEqualTo(ratings.size() - expected.size());
    assertThat(split.training().activeUserCount()).isEqualTo(byUser.size());
  }

  @Test
  void theMovieOfTheLaterIdIsTheLaterOneOfASecond() {
    RatingsMatrix all = matrix(Set.of(new Rated(0, 2, 5), new Rated(0, 10, 5), new Rated(0, 3, 1)));

    assertThat(cells(Split.of(all, new LastPerUser(1)).heldOut())).containsOnly(List.of(0, 10));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_001})
  void refusesWhatIsNoCount(int count) {
    assertThatThrownBy(() -> new LastPerUser(count))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 1,000");
  }

  @Provide
  Arbitrary<Set<Rated>> ratings() {
    return Combinators.combine(
            Arbitraries.integers().between(0, USERS - 1),
            Arbitraries.integers().between(0, MOVIES - 1),
            Arbitraries.longs().between(1, 4))
        .as(Rated::new)
        .set()
        .uniqueElements(it -> List.of(it.user(), it.movie()));
  }

  private static RatingsMatrix matrix(Set<Rated> ratings) {
    RatingsMatrix.Builder builder =
        RatingsMatrix.builder(IdDictionary.of(ids(USERS)), IdDictionary.of(ids(MOVIES)));
    ratings.forEach(it -> builder.add(it.user(), it.movie(), 3, it.time()));
    return builder.build();
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private static Set<List<Integer>> cells(RatingsMatrix ratings) {
    Set<List<Integer>> cells = new TreeSet<>(Comparator.comparing(List::toString));
    for (int user = 0; user < ratings.userCount(); user++) {
      for (int position = ratings.userStart(user); position < ratings.userEnd(user); position++) {
        cells.add(List.of(user, ratings.movieAt(position)));
      }
    }
    return cells;
  }
}
