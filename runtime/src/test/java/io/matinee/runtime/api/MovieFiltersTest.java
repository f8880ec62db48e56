package io.matinee.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.catalogue.GenreRule;
import io.matinee.model.catalogue.MovieIdRule;
import io.matinee.proto.model.v1.MovieFilter;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovieFiltersTest {
  @Test
  void takesTheMethodsOwnBoundWhereNoneIsGiven() {
    MovieFilter message =
        MovieFilter.newBuilder()
            .addGenresAny("Drama")
            .addGenresAll("War")
            .addGenresNone("Western")
            .addMovieIds("1")
            .addExcludedMovieIds("2")
            .setMaximumYear(1960)
            .build();
    assertThat(MovieFilters.read(message, "filter", 1))
        .isEqualTo(
            new io.matinee.model.catalogue.MovieFilter(
                new GenreRule(List.of("drama"), List.of("war"), List.of("western")),
                0,
                1960,
                1,
                new MovieIdRule(List.of("1"), List.of("2"))));
    MovieFilter unrated = message.toBuilder().setMinimumRatingCount(0).build();
    assertThat(MovieFilters.read(unrated, "filter", 1).minimumRatingCount()).isZero();
  }

  @Test
  void refusesYearsThatAreTheWrongWayRound() {
    MovieFilter message =
        MovieFilter.newBuilder().setMinimumYear(1991).setMaximumYear(1990).build();
    assertThatThrownBy(() -> MovieFilters.read(message, "filter", 1))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.INVALID_REQUEST))
        .hasMessageContaining("filter.minimum_year");
  }
}
