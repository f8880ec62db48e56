package io.matinee.trainer.algorithm.neighbours;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Inverts a symmetric positive definite matrix in place, by the sweep operator (Goodnight, A
 * Tutorial on the SWEEP Operator, The American Statistician 33, 1979) on one tile of the diagonal
 * after another: with D = A_kk^-1,
 *
 * <pre>
 *   A_ij -= A_ik D A_kj,   A_ik = A_ik D,   A_kk = -D
 * </pre>
 *
 * After all of them A is the negative of its inverse. Takes n^3 floating-point operations, as a
 * Cholesky factor with its inverse does, but half the matrix is all that is ever held. Tiles are
 * swept side by side, each by the same operations in the same order on any number of threads.
 */
final class Inversion {

  private static final int WIDTH = SymmetricTiles.WIDTH;

  private final SymmetricTiles matrix;

  /** A_ik D, and A_ki; all [WIDTH, WIDTH]. */
  private final double[][] products;

  private final double[][] columns;

  private Inversion(SymmetricTiles matrix) {
    this.matrix = matrix;
    this.products = new double[matrix.count()][WIDTH * WIDTH];
    this.columns = new double[matrix.count()][WIDTH * WIDTH];
  }

  /** Returns the bytes that inverting such a matrix takes beside it. */
  static long bytes(int size) {
    return 2L * Math.ceilDiv(size, WIDTH) * WIDTH * WIDTH * Double.BYTES;
  }

  /** How many sweeps inverting such a matrix takes, all as long as one another. */
  static int sweeps(int size) {
    return Math.ceilDiv(size, WIDTH);
  }

  /**
   * Replaces a matrix by its inverse.
   *
   * @param sweepEnded told after each sweep, on the calling thread
   */
  static void invert(SymmetricTiles matrix, Runnable sweepEnded) {
    Inversion inversion = new Inversion(matrix);
    inversion.padDiagonal();
    for (int pivot = 0; pivot < matrix.count(); pivot++) {
      inversion.sweep(pivot);
      sweepEnded.run();
    }
    inversion.negate();
  }

  private void padDiagonal() {
    for (int row = matrix.size(); row < matrix.count() * WIDTH; row++) {
      matrix.add(row, row, 1);
    }
  }

  private void sweep(int pivot) {
    double[] diagonal = matrix.tile(pivot, pivot);
    sweepWithin(diagonal);
    IntStream.range(0, matrix.count()).parallel().forEach(other -> multiply(other, pivot));
    int pairs = matrix.count() * (matrix.count() + 1) / 2;
    IntStream.range(0, pairs).parallel().forEach(pair -> update(pair, pivot));
  }

  /** The sweep of every row of one tile, of which both triangles end equal: -D. */
  private static void sweepWithin(double[] tile) {
    for (int pivot = 0; pivot < WIDTH; pivot++) {
      double inverse = 1 / tile[pivot * WIDTH + pivot];
      for (int row = 0; row < WIDTH; row++) {
        if (row != pivot) {
          double weight = element(tile, row, pivot) * inverse;
          for (int column = 0; column <= row; column++) {
            if (column != pivot) {
              tile[row * WIDTH + column] -= weight * element(tile, pivot, column);
            }
          }
        }
      }
      for (int other = 0; other < WIDTH; other++) {
        if (other != pivot) {
          int at = Math.max(other, pivot) * WIDTH + Math.min(other, pivot);
          tile[at] *= inverse;
        }
      }
      tile[pivot * WIDTH + pivot] = -inverse;
    }
    for (int row = 0; row < WIDTH; row++) {
      for (int column = row + 1; column < WIDTH; column++) {
        tile[row * WIDTH + column] = tile[column * WIDTH + row];
      }
    }
  }

  private static double element(double[] tile, int row, int column) {
    return tile[Math.max(row, column) * WIDTH + Math.min(row, column)];
  }

  /** A_ik D of one i, which is 0 - A_ik (-D). */
  private void multiply(int other, int pivot) {
    if (other == pivot) {
      return;
    }
    double[] row;
    if (other > pivot) {
      row = matrix.tile(other, pivot);
      transpose(row, columns[other]);
    } else {
      System.arraycopy(matrix.tile(pivot, other), 0, columns[other], 0, WIDTH * WIDTH);
      row = new double[WIDTH * WIDTH];
      transpose(columns[other], row);
    }
    Arrays.fill(products[other], 0);
    TileKernels.subtractProduct(row, matrix.tile(pivot, pivot), products[other]);
  }

  private void update(int pair, int pivot) {
    int row = row(pair);
    int column = pair - row * (row + 1) / 2;
    if (row != pivot && column != pivot) {
      TileKernels.subtractProduct(products[row], columns[column], matrix.tile(row, column));
    } else if (row != pivot) {
      System.arraycopy(products[row], 0, matrix.tile(row, pivot), 0, WIDTH * WIDTH);
    } else if (column != pivot) {
      transpose(products[column], matrix.tile(pivot, column));
    }
  }

  /** The row of a pair, where pairs are counted row by row of the lower triangle. */
  private static int row(int pair) {
    return (int) ((Math.sqrt(8.0 * pair + 1) - 1) / 2);
  }

  private static void transpose(double[] source, double[] target) {
    for (int row = 0; row < WIDTH; row++) {
      for (int column = 0; column < WIDTH; column++) {
        target[column * WIDTH + row] = source[row * WIDTH + column];
      }
    }
  }

  private void negate() {
    IntStream.range(0, matrix.count())
        .parallel()
        .forEach(
            row -> {
              for (int column = 0; column <= row; column++) {
                double[] tile = matrix.tile(row, column);
                for (int index = 0; index < tile.length; index++) {
                  tile[index] = -tile[index];
                }
              }
            });
  }
}
