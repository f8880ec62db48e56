package io.matinee.similarity.search;

import io.matinee.model.catalogue.FilterIndex;
import io.matinee.model.catalogue.MovieFilter;
import io.matinee.similarity.vectors.DistinctVectors;
import io.matinee.similarity.vectors.Slice;

/** The movies with a node that pass filters. Immutable and thread-safe. */
final class MovieFilters {
  private final FilterIndex index;
  private final DistinctVectors vectors;
  private final Slice all;

  MovieFilters(FilterIndex index, DistinctVectors vectors) {
    this.index = index;
    this.vectors = vectors;
    this.all = Slice.all(vectors);
  }

  /** Returns the movies that pass and have a node; who has one was rated. */
  Slice apply(MovieFilter filter) {
    return filter.admitsAllRated() ? all : Slice.of(vectors, index.matching(filter));
  }
}
