package io.matinee.similarity.vectors;

import java.util.Arrays;

/**
 * What movies are compared with, and which part of the list is wanted. The list is in the order of
 * falling similarity, equal ones by ascending index.
 *
 * @param unit [d] the vector, of length 1
 * @param node the vector's node; {@link DistinctVectors#NO_NODE} for a vector that is no movie's
 * @param movie the movie that is asked about, and so left out; {@link #NO_MOVIE} for none
 * @param listed what came before
 */
public record Query(float[] unit, int node, int movie, Listed listed) {
  /** The movie of a query that is about none. */
  public static final int NO_MOVIE = -1;

  /** Returns the query about a movie that has a node. */
  public static Query ofMovie(int movie, DistinctVectors vectors) {
    int node = vectors.nodeOf(movie);
    return new Query(vectors.direction(node), node, movie, Listed.NOTHING);
  }

  /**
   * Returns the query about a vector.
   *
   * @param vector of the space, finite, with a direction (see {@link #hasDirection})
   */
  public static Query ofVector(float[] vector, DistinctVectors vectors) {
    float[] padded = Arrays.copyOf(vector, vectors.dimension());
    return new Query(
        Direction.of(padded).unit(), DistinctVectors.NO_NODE, NO_MOVIE, Listed.NOTHING);
  }

  /** Returns whether a vector has a direction: it is not zero. */
  public static boolean hasDirection(float[] vector) {
    return !Direction.of(vector).isZero();
  }

  /**
   * Returns the query for what comes behind a movie of the list.
   *
   * @param count how many movies came before, that one included
   * @param last the movie, which has a node
   */
  public Query behind(int count, int last, DistinctVectors vectors) {
    float score = vectors.cosine(unit, vectors.nodeOf(last));
    return new Query(unit, node, movie, new Listed(count, last, score));
  }

  /** Returns whether a movie with this similarity is in the wanted part of the list. */
  public boolean wants(int other, float score) {
    return other != movie && listed.isBefore(other, score);
  }
}
