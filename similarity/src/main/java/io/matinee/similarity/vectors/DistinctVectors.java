package io.matinee.similarity.vectors;

import io.matinee.model.scoring.Kernels;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/**
 * Unit vectors of movies, each direction once. Movies that few rated often have equal embeddings,
 * and a graph of many equal nodes cannot be walked: so a node stands for all of its members.
 *
 * <p>Nodes are numbered by their first member, members of a node ascend. A movie is left out when
 * it is not wanted or its vector is zero, which has no direction. Immutable and thread-safe.
 */
public final class DistinctVectors {
  /** The node of a movie that is left out. */
  public static final int NO_NODE = -1;

  private final int dimension;
  private final int spaceDimension;
  private final float[] units; // [nodes, d], row-major
  private final int[] nodes; // [movies]
  private final int[] memberStarts; // [nodes + 1]
  private final int[] members; // [members], by node

  private DistinctVectors(int dimension, int spaceDimension, float[] units, int[] nodes) {
    this.dimension = dimension;
    this.spaceDimension = spaceDimension;
    this.units = units;
    this.nodes = nodes;
    this.memberStarts = memberStarts(nodes, dimension == 0 ? 0 : units.length / dimension);
    this.members = members(nodes, memberStarts);
  }

  /**
   * Groups the movies by direction.
   *
   * @param movieCount the number of movies
   * @param dimension the length d of vectors
   * @param vectors the vector of a movie, [d]
   * @param wanted whether a movie may be in
   * @throws MatineeException VECTOR_NOT_FINITE when a vector has a value that is not finite
   */
  public static DistinctVectors of(
      int movieCount, int dimension, IntFunction<float[]> vectors, IntPredicate wanted) {
    return grouped(movieCount, dimension, dimension, vectors, wanted);
  }

  /**
   * Groups the movies by direction and number of ratings, by which similarities are damped ({@link
   * Support}).
   *
   * @param movieCount the number of movies
   * @param dimension the length d of vectors
   * @param vectors the vector of a movie, [d]
   * @param ratings the number of ratings of a movie
   * @param wanted whether a movie may be in
   * @throws MatineeException VECTOR_NOT_FINITE when a vector has a value that is not finite
   */
  public static DistinctVectors damped(
      int movieCount,
      int dimension,
      IntFunction<float[]> vectors,
      IntToLongFunction ratings,
      IntPredicate wanted) {
    return grouped(
        movieCount,
        dimension + 1,
        dimension,
        movie -> Support.damped(finite(movie, vectors.apply(movie)), ratings.applyAsLong(movie)),
        wanted);
  }

  private static DistinctVectors grouped(
      int movieCount,
      int dimension,
      int spaceDimension,
      IntFunction<float[]> vectors,
      IntPredicate wanted) {
    Map<Direction, Integer> known = new LinkedHashMap<>();
    int[] nodes = new int[movieCount];
    Arrays.fill(nodes, NO_NODE);
    for (int movie = 0; movie < movieCount; movie++) {
      Direction direction = Direction.of(finite(movie, vectors.apply(movie)));
      if (wanted.test(movie) && !direction.isZero()) {
        Integer node = known.putIfAbsent(direction, known.size());
        nodes[movie] = node == null ? known.size() - 1 : node;
      }
    }
    float[] units = new float[known.size() * dimension];
    int start = 0;
    for (Direction direction : known.keySet()) {
      System.arraycopy(direction.unit(), 0, units, start, dimension);
      start += dimension;
    }
    return new DistinctVectors(dimension, spaceDimension, units, nodes);
  }

  /**
   * Returns the length d of unit vectors: that of the space, and one more where they are damped.
   */
  public int dimension() {
    return dimension;
  }

  /** Returns the length of the vectors that movies were given. */
  public int spaceDimension() {
    return spaceDimension;
  }

  /** Returns the direction of a node in the space as queries have it, [d] of length 1. */
  float[] direction(int node) {
    return dimension == spaceDimension
        ? unit(node)
        : Direction.of(
                Arrays.copyOf(
                    Arrays.copyOfRange(units, node * dimension, node * dimension + spaceDimension),
                    dimension))
            .unit();
  }

  /** Returns the number of nodes. */
  public int nodeCount() {
    return memberStarts.length - 1;
  }

  /** Returns the number of movies, those left out included. */
  public int movieCount() {
    return nodes.length;
  }

  /** Returns the number of movies that have a node. */
  public int memberCount() {
    return members.length;
  }

  /** Returns the node of a movie; {@link #NO_NODE} when it is left out. */
  public int nodeOf(int movie) {
    return nodes[movie];
  }

  /**
   * Returns the first member's position of a node; the last one's is before that of the next node.
   */
  public int memberStart(int node) {
    return memberStarts[node];
  }

  /** Returns the movie at a position of the members. */
  public int memberAt(int position) {
    return members[position];
  }

  /** Returns a copy of a node's unit vector, [d]. */
  public float[] unit(int node) {
    return Arrays.copyOfRange(units, node * dimension, (node + 1) * dimension);
  }

  /**
   * Returns the cosine of a unit vector, [d], and a node, in [-1, 1]: of a direction of the space
   * and a damped node the damped similarity.
   */
  public float cosine(float[] unit, int node) {
    return Math.clamp(Kernels.dot(unit, 0, units, node * dimension, dimension), -1f, 1f);
  }

  private static float[] finite(int movie, float[] vector) {
    for (float value : vector) {
      if (!Float.isFinite(value)) {
        throw MatineeException.of(
                Reason.VECTOR_NOT_FINITE,
                "the vector of the movie at index %d holds %s; train the version again, more carefully"
                    .formatted(movie, value))
            .with("movie_index", Integer.toString(movie));
      }
    }
    return vector;
  }

  private static int[] memberStarts(int[] nodes, int nodeCount) {
    int[] starts = new int[nodeCount + 1];
    for (int node : nodes) {
      if (node != NO_NODE) {
        starts[node + 1]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    return starts;
  }

  private static int[] members(int[] nodes, int[] starts) {
    int[] members = new int[starts[starts.length - 1]];
    int[] next = starts.clone();
    for (int movie = 0; movie < nodes.length; movie++) {
      if (nodes[movie] != NO_NODE) {
        members[next[nodes[movie]]++] = movie;
      }
    }
    return members;
  }
}
