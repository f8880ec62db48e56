package io.matinee.serving.candidates;

import static io.matinee.serving.SmallCatalogue.movie;
import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.serving.SmallCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateIndexTest {
  private static final Catalogue CATALOGUE =
      SmallCatalogue.of(
          movie("1", "Heat", 1995, 5, "Action", "Crime"),
          movie("2", "Fargo", 1996, 2, "Crime"),
          movie("3", "Nobody Saw This", 1996, 0, "Crime"),
          movie("4", "Undated", null, 9, "Drama"),
          movie("5", "Casablanca", 1942, 1, "Drama", "Romance"));
  private static final CandidateIndex INDEX = CandidateIndex.of(CATALOGUE);

  @Test
  void leavesOutWhatNobodyRated() {
    assertThat(matching(CandidateFilter.RATED)).containsExactly(0, 1, 3, 4);
    assertThat(matching(filter(List.of(), 0, 0, 0))).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void takesAnyOfTheGenresInAnyCase() {
    assertThat(matching(filter(List.of("CRIME"), 0, 0, 1))).containsExactly(0, 1);
    assertThat(matching(filter(List.of("action", "Romance"), 0, 0, 1))).containsExactly(0, 4);
    assertThat(matching(filter(List.of("Western"), 0, 0, 1))).isEmpty();
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
    INDEX.matching(CandidateFilter.RATED).clear();
    INDEX.matching(filter(List.of("Crime"), 1900, 2000, 0)).clear();

    assertThat(matching(CandidateFilter.RATED)).containsExactly(0, 1, 3, 4);
    assertThat(matching(filter(List.of("Crime"), 1900, 2000, 0))).containsExactly(0, 1, 2);
  }

  private static CandidateFilter filter(List<String> genres, int from, int to, long count) {
    return new CandidateFilter(genres, from, to, count);
  }

  private static int[] matching(CandidateFilter filter) {
    return INDEX.matching(filter).stream().toArray();
  }
}
