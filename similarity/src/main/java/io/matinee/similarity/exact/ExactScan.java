package io.matinee.similarity.exact;

import io.matinee.model.scoring.ranking.TopK;
import io.matinee.similarity.vectors.DistinctVectors;
import io.matinee.similarity.vectors.SimilarMovie;
import io.matinee.similarity.vectors.Slice;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Compares a movie with every distinct vector of a slice. Thread-safe. */
public final class ExactScan {
  private final DistinctVectors vectors;

  /** Scans these vectors. */
  public ExactScan(DistinctVectors vectors) {
    this.vectors = vectors;
  }

  /**
   * Finds the most similar movies, ties by ascending index.
   *
   * @param movie the movie's index; it has a node and is left out
   * @param count how many at most
   * @param slice which movies may be found
   */
  public List<SimilarMovie> find(int movie, int count, Slice slice) {
    float[] scores = scores(vectors.nodeOf(movie), slice);
    scores[movie] = Float.NEGATIVE_INFINITY;
    return Arrays.stream(TopK.select(scores, count, any -> true))
        .mapToObj(found -> new SimilarMovie(found, scores[found]))
        .toList();
  }

  /** Returns [movies]: the cosines, negative infinity for movies outside of the slice. */
  private float[] scores(int query, Slice slice) {
    float[] cosines = cosines(query, slice.nodes());
    float[] scores = new float[vectors.movieCount()];
    Arrays.fill(scores, Float.NEGATIVE_INFINITY);
    BitSet movies = slice.movies();
    for (int movie = movies.nextSetBit(0); movie >= 0; movie = movies.nextSetBit(movie + 1)) {
      scores[movie] = cosines[vectors.nodeOf(movie)];
    }
    return scores;
  }

  /** Returns [nodes]: the cosines, 0 for nodes that are not wanted. */
  private float[] cosines(int query, BitSet wanted) {
    float[] cosines = new float[vectors.nodeCount()];
    for (int node = wanted.nextSetBit(0); node >= 0; node = wanted.nextSetBit(node + 1)) {
      cosines[node] = vectors.cosine(query, node);
    }
    return cosines;
  }
}
