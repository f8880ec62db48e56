package io.matinee.similarity.vectors;

import java.util.BitSet;

/**
 * Some of the movies that have a node, and their nodes. Immutable and thread-safe as long as nobody
 * changes the sets.
 *
 * @param movies the movies, by index
 * @param nodes the nodes that have at least one of them
 */
public record Slice(BitSet movies, BitSet nodes) {

  /** Returns the movies among those given that have a node. */
  public static Slice of(DistinctVectors vectors, BitSet wanted) {
    BitSet movies = new BitSet(vectors.movieCount());
    BitSet nodes = new BitSet(vectors.nodeCount());
    for (int movie = wanted.nextSetBit(0); movie >= 0; movie = wanted.nextSetBit(movie + 1)) {
      int node = vectors.nodeOf(movie);
      if (node != DistinctVectors.NO_NODE) {
        movies.set(movie);
        nodes.set(node);
      }
    }
    return new Slice(movies, nodes);
  }

  /** Returns all movies that have a node. */
  public static Slice all(DistinctVectors vectors) {
    BitSet movies = new BitSet(vectors.movieCount());
    movies.set(0, vectors.movieCount());
    return of(vectors, movies);
  }
}
