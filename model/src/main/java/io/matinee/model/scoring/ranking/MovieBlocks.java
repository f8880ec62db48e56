package io.matinee.model.scoring.ranking;

import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.Kernels;
import io.matinee.model.scoring.UserVector;

/**
 * The movies' vectors in the order of {@link LengthOrder}, {@value #WIDTH} movies per block, each
 * dimension's values side by side. A block is scored by adding up rows, never lanes, so that a
 * score has the same bits however the loop is compiled. Immutable.
 */
final class MovieBlocks {
  /** Movies a block: enough to keep the loops long, few enough to stop soon. */
  static final int WIDTH = Kernels.ROW;

  /** [blocks][d * WIDTH], zeros past the last movie. */
  private final float[][] values;

  /** [blocks][WIDTH], mean included. */
  private final float[][] biases;

  private MovieBlocks(float[][] values, float[][] biases) {
    this.values = values;
    this.biases = biases;
  }

  /** Copies the vectors of a scorer's movies. */
  static MovieBlocks of(FactorScorer scorer, LengthOrder order) {
    int count = (scorer.movieCount() + WIDTH - 1) / WIDTH;
    float[][] values = new float[count][scorer.dimension() * WIDTH];
    float[][] biases = new float[count][WIDTH];
    for (int place = 0; place < scorer.movieCount(); place++) {
      int block = place / WIDTH;
      int lane = place % WIDTH;
      float[] vector = scorer.movieVector(order.movie(place));
      for (int dimension = 0; dimension < vector.length; dimension++) {
        values[block][dimension * WIDTH + lane] = vector[dimension];
      }
      biases[block][lane] = order.bias(place);
    }
    return new MovieBlocks(values, biases);
  }

  /** Returns the number of blocks. */
  int count() {
    return values.length;
  }

  /**
   * Scores the movies of a block.
   *
   * @param scores [{@value #WIDTH}], overwritten
   */
  void score(UserVector user, int block, float[] scores) {
    Kernels.weightedSums(user.vector(), values[block], scores);
    float[] offsets = biases[block];
    for (int lane = 0; lane < WIDTH; lane++) {
      scores[lane] += offsets[lane] + user.bias();
    }
  }
}
