package io.matinee.trainer.algorithm.implicit;

import java.util.stream.IntStream;

/** Y'Y of factors Y [rows, d]. */
final class Gram {

  private Gram() {}

  /** The matrix [d, d], row-major, of which the upper triangle is set. The same on any machine. */
  static double[] of(float[] factors, int dimensions) {
    double[] gram = new double[dimensions * dimensions];
    IntStream.range(0, dimensions)
        .parallel()
        .forEach(row -> addRow(factors, dimensions, row, gram));
    return gram;
  }

  private static void addRow(float[] factors, int dimensions, int row, double[] gram) {
    int target = row * dimensions;
    for (int start = 0; start < factors.length; start += dimensions) {
      double weight = factors[start + row];
      if (weight != 0) {
        for (int column = row; column < dimensions; column++) {
          gram[target + column] += weight * factors[start + column];
        }
      }
    }
  }
}
