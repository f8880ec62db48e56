package io.matinee.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.proto.model.v1.MovieFilter;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovieFiltersTest {
  @Test
  void takesTheMethodsOwnBoundWhereNoneIsGiven() {
    MovieFilter message = MovieFilter.newBuilder().addGenres("Drama").setMaximumYear(1960).build();
    assertThat(MovieFilters.read(message, 1))
        .isEqualTo(new io.matinee.model.catalogue.MovieFilter(List.of("drama"), 0, 1960, 1));
    MovieFilter unrated = message.toBuilder().setMinimumRatingCount(0).build();
    assertThat(MovieFilters.read(unrated, 1).minimumRatingCount()).isZero();
  }

  @Test
  void refusesYearsThatAreTheWrongWayRound() {
    MovieFilter message =
        MovieFilter.newBuilder().setMinimumYear(1991).setMaximumYear(1990).build();
    assertThatThrownBy(() -> MovieFilters.read(message, 1))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.INVALID_REQUEST))
        .hasMessageContaining("filter.minimum_year");
  }
}
