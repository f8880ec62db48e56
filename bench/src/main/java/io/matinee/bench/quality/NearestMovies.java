package io.matinee.bench.quality;

/** Finds the movies that are most like another. */
@FunctionalInterface
interface NearestMovies {
  /** Returns at most so many movies, most similar first; none of a movie that cannot be told. */
  int[] of(int movie, int count);
}
