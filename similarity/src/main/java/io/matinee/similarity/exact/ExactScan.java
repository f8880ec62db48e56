package io.matinee.similarity.exact;

import io.matinee.model.scoring.ranking.TopK;
import io.matinee.similarity.vectors.DistinctVectors;
import io.matinee.similarity.vectors.Query;
import io.matinee.similarity.vectors.SimilarMovie;
import io.matinee.similarity.vectors.Slice;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Compares a vector with every distinct one of a slice. Thread-safe. */
public final class ExactScan {
  private final DistinctVectors vectors;

  /** Scans these vectors. */
  public ExactScan(DistinctVectors vectors) {
    this.vectors = vectors;
  }

  /**
   * Finds the most similar movies, ties by ascending index.
   *
   * @param query what they are to be similar to
   * @param count how many at most
   * @param slice which movies may be found
   */
  public List<SimilarMovie> find(Query query, int count, Slice slice) {
    float[] scores = scores(query, slice);
    int[] best = TopK.select(scores, count, movie -> query.wants(movie, scores[movie]));
    return Arrays.stream(best).mapToObj(found -> new SimilarMovie(found, scores[found])).toList();
  }

  /** Returns [movies]: the cosines, negative infinity for movies outside of the slice. */
  private float[] scores(Query query, Slice slice) {
    float[] cosines = cosines(query.unit(), slice.nodes());
    float[] scores = new float[vectors.movieCount()];
    Arrays.fill(scores, Float.NEGATIVE_INFINITY);
    BitSet movies = slice.movies();
    for (int movie = movies.nextSetBit(0); movie >= 0; movie = movies.nextSetBit(movie + 1)) {
      scores[movie] = cosines[vectors.nodeOf(movie)];
    }
    return scores;
  }

  /** Returns [nodes]: the cosines, 0 for nodes that are not wanted. */
  private float[] cosines(float[] unit, BitSet wanted) {
    float[] cosines = new float[vectors.nodeCount()];
    for (int node = wanted.nextSetBit(0); node >= 0; node = wanted.nextSetBit(node + 1)) {
      cosines[node] = vectors.cosine(unit, node);
    }
    return cosines;
  }
}
