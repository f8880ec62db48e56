package io.matinee.serving.api;

import io.matinee.proto.model.v1.MovieFilter;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.serving.candidates.CandidateFilter;

/** Reads filters of requests. */
final class Filters {
  private Filters() {}

  /**
   * Returns a filter.
   *
   * @param leastRatings the method's own bound, for filters without {@code minimum_rating_count}
   * @throws MatineeException INVALID_REQUEST when the years are the wrong way round
   */
  static CandidateFilter read(MovieFilter filter, long leastRatings) {
    if (filter.getMaximumYear() > 0 && filter.getMinimumYear() > filter.getMaximumYear()) {
      String problem = "must not lie after maximum_year, " + filter.getMaximumYear();
      throw MatineeException.of(Reason.INVALID_REQUEST, "filter.minimum_year " + problem)
          .onField("filter.minimum_year", problem);
    }
    return new CandidateFilter(
        filter.getGenresList(),
        filter.getMinimumYear(),
        filter.getMaximumYear(),
        filter.hasMinimumRatingCount() ? filter.getMinimumRatingCount() : leastRatings);
  }
}
