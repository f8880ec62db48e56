package io.matinee.trainer.algorithm.neighbours;

import io.matinee.model.scoring.ranking.TopK;
import java.util.Arrays;

/**
 * The weights into one movie.
 *
 * @param sources the movies that have one, ascending
 * @param weights [sources], none of them 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
record Column(int[] sources, float[] weights) {

  /**
   * One column of B = I - P diagMat(1 / diag P), all of it: [movies].
   *
   * @param precision the matrix P
   */
  static float[] all(Precision precision, int movie, int movieCount) {
    double[] column = new double[movieCount];
    precision.fill(movie, column);
    float[] weights = new float[movieCount];
    for (int source = 0; source < movieCount; source++) {
      weights[source] = source == movie ? 0 : (float) (-column[source] / column[movie]);
    }
    return weights;
  }

  /**
   * Returns the strongest weights whatever their sign; among equal ones those of the smaller index.
   */
  static Column strongest(float[] all, int count) {
    float[] strengths = new float[all.length];
    for (int source = 0; source < all.length; source++) {
      strengths[source] = Math.abs(all[source]);
    }
    int[] sources = TopK.select(strengths, count, source -> all[source] != 0);
    Arrays.sort(sources);
    float[] weights = new float[sources.length];
    for (int index = 0; index < weights.length; index++) {
      weights[index] = all[sources[index]];
    }
    return new Column(sources, weights);
  }

  /** All weights again, those that were left out as 0: [movies]. */
  float[] spread(int movieCount) {
    float[] all = new float[movieCount];
    for (int index = 0; index < sources.length; index++) {
      all[sources[index]] = weights[index];
    }
    return all;
  }
}
