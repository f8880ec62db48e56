package io.matinee.model.metric.ranking;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The movies that are relevant to one user: held-out ratings of at least the scale's relevance
 * threshold, of candidates only. Immutable and thread-safe.
 */
public final class Relevance {
  /** Ascending. */
  private final int[] movies;

  private Relevance(int[] movies) {
    this.movies = movies;
  }

  /** Returns the movies at these indices, given in any order. */
  public static Relevance of(int... movies) {
    return new Relevance(Arrays.stream(movies).sorted().distinct().toArray());
  }

  /** Returns those of the movies that belong to a part. */
  public Relevance among(IntPredicate part) {
    return new Relevance(Arrays.stream(movies).filter(part).toArray());
  }

  /** Whether the movie is relevant. */
  public boolean contains(int movie) {
    return Arrays.binarySearch(movies, movie) >= 0;
  }

  /** How many movies are relevant. */
  public int count() {
    return movies.length;
  }

  /** How many of the first k movies of a list are relevant. */
  int hits(int[] list, int k) {
    int hits = 0;
    for (int rank = 0; rank < Math.min(k, list.length); rank++) {
      hits += contains(list[rank]) ? 1 : 0;
    }
    return hits;
  }

  /** Refuses a cut-off that cuts everything. */
  static void requireCutOff(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("a cut-off must be at least 1, found " + k);
    }
  }
}
