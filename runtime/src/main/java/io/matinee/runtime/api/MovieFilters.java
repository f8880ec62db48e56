package io.matinee.runtime.api;

import io.matinee.model.catalogue.GenreRule;
import io.matinee.model.catalogue.MovieFilter;
import io.matinee.model.catalogue.MovieIdRule;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;

/** Reads filters of requests. */
public final class MovieFilters {
  private MovieFilters() {}

  /**
   * Returns the filter of a request.
   *
   * @param field the request's field that holds it, e.g. "options.filter"
   * @param leastRatings the method's own bound, for filters without {@code minimum_rating_count}
   * @throws MatineeException INVALID_REQUEST when the years are the wrong way round
   */
  public static MovieFilter read(
      io.matinee.proto.model.v1.MovieFilter filter, String field, long leastRatings) {
    if (filter.getMaximumYear() > 0 && filter.getMinimumYear() > filter.getMaximumYear()) {
      String problem = "must not lie after maximum_year, " + filter.getMaximumYear();
      String year = field + ".minimum_year";
      throw MatineeException.of(Reason.INVALID_REQUEST, year + " " + problem)
          .onField(year, problem);
    }
    return new MovieFilter(
        new GenreRule(
            filter.getGenresAnyList(), filter.getGenresAllList(), filter.getGenresNoneList()),
        filter.getMinimumYear(),
        filter.getMaximumYear(),
        filter.hasMinimumRatingCount() ? filter.getMinimumRatingCount() : leastRatings,
        new MovieIdRule(filter.getMovieIdsList(), filter.getExcludedMovieIdsList()));
  }
}
