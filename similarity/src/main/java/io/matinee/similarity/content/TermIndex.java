package io.matinee.similarity.content;

import io.matinee.model.catalogue.ContentSpace;
import io.matinee.model.catalogue.TermVector;

/**
 * The movies of each term and their weights, so that a comparison with all movies costs by the
 * movies that have something in common. Immutable and thread-safe.
 */
final class TermIndex {
  /** [terms + 1]: where the movies of a term begin. */
  private final int[] starts;

  private final int[] movies;
  private final float[] weights;
  private final int movieCount;

  private TermIndex(int[] starts, int[] movies, float[] weights, int movieCount) {
    this.starts = starts;
    this.movies = movies;
    this.weights = weights;
    this.movieCount = movieCount;
  }

  static TermIndex of(ContentSpace space) {
    int[] starts = starts(space);
    int[] next = starts.clone();
    int[] movies = new int[starts[space.dimension()]];
    float[] weights = new float[movies.length];
    for (int movie = 0; movie < space.movieCount(); movie++) {
      TermVector vector = space.vector(movie);
      for (int at = 0; at < vector.terms().length; at++) {
        int place = next[vector.terms()[at]]++;
        movies[place] = movie;
        weights[place] = vector.weights()[at];
      }
    }
    return new TermIndex(starts, movies, weights, space.movieCount());
  }

  private static int[] starts(ContentSpace space) {
    int[] starts = new int[space.dimension() + 1];
    for (int movie = 0; movie < space.movieCount(); movie++) {
      for (int term : space.vector(movie).terms()) {
        starts[term + 1]++;
      }
    }
    for (int term = 0; term < space.dimension(); term++) {
      starts[term + 1] += starts[term];
    }
    return starts;
  }

  /**
   * Returns [movies]: the cosine of each movie and a direction, 0 to 1; the same bits at every
   * call.
   */
  float[] cosines(TermVector direction) {
    double[] sums = new double[movieCount];
    for (int at = 0; at < direction.terms().length; at++) {
      int term = direction.terms()[at];
      double weight = direction.weights()[at];
      for (int place = starts[term]; place < starts[term + 1]; place++) {
        sums[movies[place]] += weight * weights[place];
      }
    }
    float[] cosines = new float[movieCount];
    for (int movie = 0; movie < movieCount; movie++) {
      cosines[movie] = (float) Math.min(1, sums[movie]);
    }
    return cosines;
  }
}
