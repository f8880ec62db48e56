package io.matinee.similarity.search;

import io.matinee.model.catalogue.FilterIndex;
import io.matinee.model.catalogue.MovieFilter;
import io.matinee.similarity.exact.ExactScan;
import io.matinee.similarity.index.GraphSearch;
import io.matinee.similarity.index.HnswIndex;
import io.matinee.similarity.recall.BeamCalibration;
import io.matinee.similarity.vectors.DistinctVectors;
import io.matinee.similarity.vectors.Query;
import io.matinee.similarity.vectors.SimilarMovie;
import io.matinee.similarity.vectors.Slice;
import java.util.List;
import java.util.Optional;

/**
 * Finds similar movies: exactly where few vectors are to be compared, on the graph where many are.
 * Thread-safe as long as the index is open.
 */
public final class SimilaritySearch {
  /**
   * The most vectors that are compared one by one. Measured at 64 dimensions on one core of AVX2:
   * with 1,000 vectors the scan takes 22 microseconds and the walk 11, with 4,000 it is 86 and 16,
   * with 20,000 it is 318 and 21. Up to here the exact answer costs next to nothing.
   */
  public static final int EXACT_LIMIT = 1_000;

  private final DistinctVectors vectors;
  private final int exactLimit;
  private final MovieFilters filters;
  private final ExactScan scan;
  private final GraphSearch graph;

  /**
   * Searches an index.
   *
   * @param filters of the catalogue whose movies have the vectors
   * @param vectors the vectors that the index was built of
   * @param calibration the beam of walks; when it finds too little, only a request that insists on
   *     a walk gets one
   * @param exactLimit the most vectors that are compared one by one
   */
  public SimilaritySearch(
      FilterIndex filters,
      DistinctVectors vectors,
      HnswIndex index,
      BeamCalibration calibration,
      int exactLimit) {
    this.vectors = vectors;
    this.exactLimit = calibration.suffices() ? exactLimit : Integer.MAX_VALUE;
    this.filters = new MovieFilters(filters, vectors);
    this.scan = new ExactScan(vectors);
    this.graph = new GraphSearch(vectors, index, calibration.beam());
  }

  /** Returns the vectors that are searched. */
  public DistinctVectors vectors() {
    return vectors;
  }

  /** Returns whether a movie has a vector to be similar to. */
  public boolean contains(int movie) {
    return vectors.nodeOf(movie) != DistinctVectors.NO_NODE;
  }

  /** Returns how movies are found when the request leaves it open and filters nothing. */
  public SearchMethod defaultMethod() {
    return chosen(vectors.nodeCount());
  }

  /**
   * Finds the most similar movies, ties by ascending index.
   *
   * <p>The list is full whenever enough movies pass the filter: where a walk ends before that, the
   * scan answers in its place.
   *
   * @param query what they are to be similar to, and what was listed before
   * @param count how many, at least 0
   * @param forced the method to use; empty to choose it by size
   */
  public SimilarMovies find(
      Query query, int count, MovieFilter filter, Optional<SearchMethod> forced) {
    Slice slice = filters.apply(filter);
    SearchMethod method = forced.orElseGet(() -> chosen(slice.nodes().cardinality()));
    if (method == SearchMethod.HNSW) {
      List<SimilarMovie> found = graph.find(query, count, slice);
      if (found.size() >= Math.min(count, left(query, slice))) {
        return new SimilarMovies(found, SearchMethod.HNSW);
      }
    }
    return new SimilarMovies(scan.find(query, count, slice), SearchMethod.EXACT);
  }

  private SearchMethod chosen(int nodeCount) {
    return nodeCount <= exactLimit ? SearchMethod.EXACT : SearchMethod.HNSW;
  }

  private static int left(Query query, Slice slice) {
    boolean itself = query.movie() != Query.NO_MOVIE && slice.movies().get(query.movie());
    return slice.movies().cardinality() - (itself ? 1 : 0) - query.listed().count();
  }
}
