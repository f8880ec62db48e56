package io.matinee.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.IdDictionary;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterIndexTest {
  private static final List<Movie> MOVIES =
      List.of(
          movie("1", "Heat", 1995, "Action", "Crime"),
          movie("2", "Fargo", 1996, "Crime", "Sci-Fi"),
          movie("3", "Nobody Saw This", 1996, "Crime"),
          movie("4", "Undated", null, "Drama"),
          movie("5", "Casablanca", 1942, "Drama", "Romance"));
  private static final Catalogue CATALOGUE =
      Catalogue.ofCounts(
          IdDictionary.of(MOVIES.stream().map(Movie::id).toList()),
          MOVIES,
          new long[] {5, 2, 0, 9, 1},
          new double[] {3, 3, Double.NaN, 3, 3});
  private static final FilterIndex INDEX = FilterIndex.of(CATALOGUE);

  @Test
  void leavesOutWhatNobodyRated() {
    assertThat(matching(MovieFilter.RATED)).containsExactly(0, 1, 3, 4);
    assertThat(matching(filter(List.of(), 0, 0, 0))).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void takesAnyOfTheGenresInAnyCase() {
    assertThat(matching(filter(List.of("CRIME"), 0, 0, 1))).containsExactly(0, 1);
    assertThat(matching(filter(List.of("action", "Romance"), 0, 0, 1))).containsExactly(0, 4);
    assertThat(matching(filter(List.of("Western"), 0, 0, 1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sci-fi", "SciFi", "sci fi", "Science Fiction", "science-fiction"})
  void takesAGenreHoweverItIsSpelled(String genre) {
    assertThat(matching(filter(List.of(genre), 0, 0, 1))).containsExactly(1);
  }

  @Test
  void takesAllAndNoneOfTheGenres() {
    List<String> any = List.of();
    assertThat(matching(genres(any, List.of("crime", "ACTION"), List.of()))).containsExactly(0);
    assertThat(matching(genres(any, List.of("crime", "Western"), List.of()))).isEmpty();
    assertThat(matching(genres(any, List.of(), List.of("crime", "Western")))).containsExactly(3, 4);
    assertThat(matching(genres(List.of("drama"), List.of("drama"), List.of("romance"))))
        .containsExactly(3);
  }

  @Test
  void takesAndLeavesMoviesById() {
    assertThat(matching(ids(List.of("5", "1", "no such movie"), List.of()))).containsExactly(0, 4);
    assertThat(matching(ids(List.of(), List.of("5", "no such movie")))).containsExactly(0, 1, 2, 3);
    assertThat(matching(ids(List.of("5", "1"), List.of("5")))).containsExactly(0);
    assertThat(matching(ids(List.of("no such movie"), List.of()))).isEmpty();
  }

  @Test
  void boundsYearsOnBothSidesInclusively() {
    assertThat(matching(filter(List.of(), 1995, 1995, 0))).containsExactly(0);
    assertThat(matching(filter(List.of(), 1943, 0, 0))).containsExactly(0, 1, 2);
    assertThat(matching(filter(List.of(), 0, 1995, 0))).containsExactly(0, 4);
    assertThat(matching(filter(List.of(), 0, 1941, 0))).isEmpty();
    assertThat(matching(filter(List.of(), 1997, 0, 0))).isEmpty();
  }

  @Test
  void bringsNoMovieWithoutAYearPastABound() {
    assertThat(matching(filter(List.of("Drama"), 1, 0, 0))).containsExactly(4);
    assertThat(matching(filter(List.of("Drama"), 0, 9999, 0))).containsExactly(4);
  }

  @Test
  void countsRatings() {
    assertThat(matching(filter(List.of(), 0, 0, 2))).containsExactly(0, 1, 3);
    assertThat(matching(filter(List.of(), 0, 0, 10))).isEmpty();
  }

  @Test
  void givesEveryCallerASetOfItsOwn() {
    INDEX.matching(MovieFilter.RATED).clear();
    INDEX.matching(filter(List.of("Crime"), 1900, 2000, 0)).clear();

    assertThat(matching(MovieFilter.RATED)).containsExactly(0, 1, 3, 4);
    assertThat(matching(filter(List.of("Crime"), 1900, 2000, 0))).containsExactly(0, 1, 2);
  }

  private static MovieFilter filter(List<String> genres, int from, int to, long count) {
    return new MovieFilter(GenreRule.anyOf(genres), from, to, count, MovieIdRule.NONE);
  }

  private static MovieFilter genres(List<String> any, List<String> all, List<String> none) {
    return new MovieFilter(new GenreRule(any, all, none), 0, 0, 0, MovieIdRule.NONE);
  }

  private static MovieFilter ids(List<String> only, List<String> except) {
    return new MovieFilter(GenreRule.NONE, 0, 0, 0, new MovieIdRule(only, except));
  }

  private static int[] matching(MovieFilter filter) {
    return INDEX.matching(filter).stream().toArray();
  }

  @Test
  void knowsWhatLetsEveryRatedMoviePass() {
    assertThat(MovieFilter.RATED.admitsAllRated()).isTrue();
    assertThat(filter(List.of(), 0, 0, 0).admitsAllRated()).isTrue();
    assertThat(filter(List.of(), 0, 0, 2).admitsAllRated()).isFalse();
    assertThat(filter(List.of(), 0, 1990, 1).admitsAllRated()).isFalse();
    assertThat(filter(List.of("Crime"), 0, 0, 1).admitsAllRated()).isFalse();
    assertThat(genres(List.of(), List.of(), List.of("Crime")).admitsAllRated()).isFalse();
    assertThat(ids(List.of(), List.of("1")).admitsAllRated()).isFalse();
  }

  private static Movie movie(String id, String title, @Nullable Integer year, String... genres) {
    return new Movie(id, title, year, List.of(genres), List.of(), "", "", "");
  }
}
