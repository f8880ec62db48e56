package io.matinee.trainer.algorithm.implicit;

import java.util.stream.IntStream;

/** Y'Y of factors Y [rows, d]. */
final class Gram {

  /** Fixed, so that the sums are the same on any number of cores. */
  private static final int BLOCKS = 16;

  private Gram() {}

  /** The matrix [d, d], row-major, of which the upper triangle is set. */
  static double[] of(double[] factors, int dimensions) {
    int rows = factors.length / dimensions;
    double[][] partial =
        IntStream.range(0, BLOCKS)
            .parallel()
            .mapToObj(
                block ->
                    ofRows(
                        factors,
                        dimensions,
                        (int) ((long) rows * block / BLOCKS),
                        (int) ((long) rows * (block + 1) / BLOCKS)))
            .toArray(double[][]::new);
    double[] gram = new double[dimensions * dimensions];
    for (double[] part : partial) {
      for (int cell = 0; cell < gram.length; cell++) {
        gram[cell] += part[cell];
      }
    }
    return gram;
  }

  private static double[] ofRows(double[] factors, int dimensions, int from, int to) {
    double[] gram = new double[dimensions * dimensions];
    Vectors.addOuterProducts(
        gram, dimensions, 1, factors, row -> (from + row) * dimensions, to - from);
    return gram;
  }
}
