package io.matinee.similarity.api;

import io.matinee.similarity.search.MovieFilter;

/** Filters of requests. */
final class Filters {
  private static final long DEFAULT_MINIMUM_RATING_COUNT = 1;

  private Filters() {}

  static MovieFilter of(io.matinee.proto.model.v1.MovieFilter message) {
    return new MovieFilter(
        message.getGenresList(),
        message.getMinimumYear(),
        message.getMaximumYear(),
        message.hasMinimumRatingCount()
            ? message.getMinimumRatingCount()
            : DEFAULT_MINIMUM_RATING_COUNT);
  }
}
