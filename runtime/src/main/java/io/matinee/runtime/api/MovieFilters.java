package io.matinee.runtime.api;

import io.matinee.model.catalogue.MovieFilter;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;

/** Reads filters of requests. */
public final class MovieFilters {
  private MovieFilters() {}

  /**
   * Returns the filter of a request's field {@code filter}.
   *
   * @param leastRatings the method's own bound, for filters without {@code minimum_rating_count}
   * @throws MatineeException INVALID_REQUEST when the years are the wrong way round
   */
  public static MovieFilter read(io.matinee.proto.model.v1.MovieFilter filter, long leastRatings) {
    if (filter.getMaximumYear() > 0 && filter.getMinimumYear() > filter.getMaximumYear()) {
      String problem = "must not lie after maximum_year, " + filter.getMaximumYear();
      throw MatineeException.of(Reason.INVALID_REQUEST, "filter.minimum_year " + problem)
          .onField("filter.minimum_year", problem);
    }
    return new MovieFilter(
        filter.getGenresList(),
        filter.getMinimumYear(),
        filter.getMaximumYear(),
        filter.hasMinimumRatingCount() ? filter.getMinimumRatingCount() : leastRatings);
  }
}
