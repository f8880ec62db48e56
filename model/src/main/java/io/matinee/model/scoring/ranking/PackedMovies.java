package io.matinee.model.scoring.ranking;

import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.Kernels;
import java.util.Arrays;

/**
 * The movies of a scorer, transposed in panels so that neighbouring movies lie in neighbouring
 * lanes: [panels, d, {@link #WIDTH}]. Immutable and thread-safe.
 */
final class PackedMovies {
  /** Movies a panel: two vectors. */
  static final int WIDTH = 2 * Kernels.SPECIES.length();

  private final int dimension;
  private final float[] factors;
  private final float[] offsets;

  private PackedMovies(int dimension, float[] factors, float[] offsets) {
    this.dimension = dimension;
    this.factors = factors;
    this.offsets = offsets;
  }

  /** Packs a scorer's movies; those that are not candidates get an offset that no list takes. */
  static PackedMovies of(FactorScorer scorer, MovieMask candidates) {
    int dimension = scorer.dimension();
    int padded = Math.ceilDiv(scorer.movieCount(), WIDTH) * WIDTH;
    float[] factors = new float[Math.multiplyExact(padded, dimension)];
    float[] offsets = new float[padded];
    Arrays.fill(offsets, Float.NaN);
    for (int movie = 0; movie < scorer.movieCount(); movie++) {
      if (candidates.allows(movie)) {
        offsets[movie] = scorer.movieOffset(movie);
        int lane = movie / WIDTH * WIDTH * dimension + movie % WIDTH;
        float[] vector = scorer.movieVector(movie);
        for (int index = 0; index < dimension; index++) {
          factors[lane + index * WIDTH] = vector[index];
        }
      }
    }
    return new PackedMovies(dimension, factors, offsets);
  }

  int dimension() {
    return dimension;
  }

  /** Returns the number of movies, rounded up to whole panels. */
  int paddedCount() {
    return offsets.length;
  }

  /** Movie m's element j lies at (m / WIDTH * d + j) * WIDTH + m % WIDTH. */
  float[] factors() {
    return factors;
  }

  /** [movies], mean and bias; NaN for what must not be recommended. */
  float[] offsets() {
    return offsets;
  }
}
