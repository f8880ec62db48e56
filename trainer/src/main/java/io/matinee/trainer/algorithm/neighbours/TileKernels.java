package io.matinee.trainer.algorithm.neighbours;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of square tiles. Every element is a chain of fused additions in one order, so that the
 * bits depend neither on the width of vectors nor on what is compiled.
 */
final class TileKernels {

  private static final int WIDTH = SymmetricTiles.WIDTH;
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int ROWS = 4;

  private TileKernels() {}

  /** target -= left * right, all [WIDTH, WIDTH] and row-major. */
  static void subtractProduct(double[] left, double[] right, double[] target) {
    for (int column = 0; column < WIDTH; column += 2 * LANES) {
      for (int row = 0; row < WIDTH; row += ROWS) {
        subtractPanel(left, right, target, row, column);
      }
    }
  }

  /** Four rows of two vectors each. */
  private static void subtractPanel(
      double[] left, double[] right, double[] target, int row, int column) {
    int at0 = row * WIDTH;
    int at1 = at0 + WIDTH;
    int at2 = at1 + WIDTH;
    int at3 = at2 + WIDTH;
    DoubleVector low0 = DoubleVector.zero(SPECIES);
    DoubleVector low1 = low0;
    DoubleVector low2 = low0;
    DoubleVector low3 = low0;
    DoubleVector high0 = low0;
    DoubleVector high1 = low0;
    DoubleVector high2 = low0;
    DoubleVector high3 = low0;
    for (int inner = 0; inner < WIDTH; inner++) {
      DoubleVector low = DoubleVector.fromArray(SPECIES, right, inner * WIDTH + column);
      DoubleVector high = DoubleVector.fromArray(SPECIES, right, inner * WIDTH + column + LANES);
      DoubleVector weight0 = DoubleVector.broadcast(SPECIES, left[at0 + inner]);
      low0 = low.fma(weight0, low0);
      high0 = high.fma(weight0, high0);
      DoubleVector weight1 = DoubleVector.broadcast(SPECIES, left[at1 + inner]);
      low1 = low.fma(weight1, low1);
      high1 = high.fma(weight1, high1);
      DoubleVector weight2 = DoubleVector.broadcast(SPECIES, left[at2 + inner]);
      low2 = low.fma(weight2, low2);
      high2 = high.fma(weight2, high2);
      DoubleVector weight3 = DoubleVector.broadcast(SPECIES, left[at3 + inner]);
      low3 = low.fma(weight3, low3);
      high3 = high.fma(weight3, high3);
    }
    subtract(target, at0 + column, low0, high0);
    subtract(target, at1 + column, low1, high1);
    subtract(target, at2 + column, low2, high2);
    subtract(target, at3 + column, low3, high3);
  }

  private static void subtract(double[] target, int at, DoubleVector low, DoubleVector high) {
    DoubleVector.fromArray(SPECIES, target, at).sub(low).intoArray(target, at);
    DoubleVector.fromArray(SPECIES, target, at + LANES).sub(high).intoArray(target, at + LANES);
  }
}
