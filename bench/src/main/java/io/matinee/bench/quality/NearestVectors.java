package io.matinee.bench.quality;

import io.matinee.model.scoring.MovieVectors;
import io.matinee.similarity.exact.ExactScan;
import io.matinee.similarity.vectors.DistinctVectors;
import io.matinee.similarity.vectors.Query;
import io.matinee.similarity.vectors.SimilarMovie;
import io.matinee.similarity.vectors.Slice;

/** What the similarity service finds without an approximation. */
final class NearestVectors implements NearestMovies {
  private final DistinctVectors vectors;
  private final ExactScan scan;
  private final Slice all;

  /**
   * Compares a model's movies.
   *
   * @param ratingCounts [movies]; a movie without a rating is never found
   */
  NearestVectors(MovieVectors movies, int[] ratingCounts) {
    this.vectors =
        DistinctVectors.damped(
            movies.count(),
            movies.dimension(),
            movies::vector,
            movie -> ratingCounts[movie],
            movie -> ratingCounts[movie] > 0);
    this.scan = new ExactScan(vectors);
    this.all = Slice.all(vectors);
  }

  @Override
  public int[] of(int movie, int count) {
    return vectors.nodeOf(movie) == DistinctVectors.NO_NODE
        ? new int[0]
        : scan.find(Query.ofMovie(movie, vectors), count, all).stream()
            .mapToInt(SimilarMovie::movie)
            .toArray();
  }
}
