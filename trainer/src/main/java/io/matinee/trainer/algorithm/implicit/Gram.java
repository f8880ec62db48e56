package io.matinee.trainer.algorithm.implicit;

import io.matinee.model.linear.Vectors;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Y'Y of factors Y [rows, d]. */
final class Gram {

  /** Fixed, so that the sums are the same on any number of cores. */
  private static final int BLOCKS = 16;

  private Gram() {}

  /** Returns the matrix [d, d], of which the upper triangle is set. */
  static double[][] of(double[][] factors, int dimensions) {
    double[][][] partial =
        IntStream.range(0, BLOCKS)
            .parallel()
            .mapToObj(block -> ofRows(block(factors, block), dimensions))
            .toArray(double[][][]::new);
    double[][] gram = new double[dimensions][dimensions];
    for (double[][] part : partial) {
      for (int row = 0; row < dimensions; row++) {
        Vectors.add(1, part[row], gram[row], row);
      }
    }
    return gram;
  }

  private static double[][] block(double[][] factors, int block) {
    return Arrays.copyOfRange(
        factors,
        (int) ((long) factors.length * block / BLOCKS),
        (int) ((long) factors.length * (block + 1) / BLOCKS));
  }

  private static double[][] ofRows(double[][] rows, int dimensions) {
    double[][] gram = new double[dimensions][dimensions];
    Vectors.addOuterProducts(gram, 1, rows);
    return gram;
  }
}
