package io.matinee.trainer.algorithm.implicit;

/**
 * The Cholesky factor U of a symmetric positive definite matrix A = U'U. Every inner loop runs
 * along a row, which the compiler turns into vector instructions. Immutable and thread-safe.
 */
final class CholeskyFactor {

  private final int size;

  /** [size, size], row-major; only the upper triangle counts. */
  private final double[] upper;

  private CholeskyFactor(int size, double[] upper) {
    this.size = size;
    this.upper = upper;
  }

  /**
   * Factorises a matrix.
   *
   * @param matrix [size, size], row-major; only the upper triangle is read; becomes the factor
   */
  static CholeskyFactor of(int size, double[] matrix) {
    for (int pivot = 0; pivot < size; pivot++) {
      int pivotRow = pivot * size;
      double root = Math.sqrt(matrix[pivotRow + pivot]);
      for (int column = pivot; column < size; column++) {
        matrix[pivotRow + column] /= root;
      }
      for (int row = pivot + 1; row < size; row++) {
        subtractRow(matrix, row * size, pivotRow, row, size);
      }
    }
    return new CholeskyFactor(size, matrix);
  }

  private static void subtractRow(double[] matrix, int target, int source, int from, int size) {
    double weight = matrix[source + from];
    for (int column = from; column < size; column++) {
      matrix[target + column] -= weight * matrix[source + column];
    }
  }

  /** Replaces y by the solution of U'x = y. */
  void solveTransposed(double[] values, int offset) {
    for (int row = 0; row < size; row++) {
      double solution = values[offset + row] / upper[row * size + row];
      values[offset + row] = solution;
      for (int column = row + 1; column < size; column++) {
        values[offset + column] -= solution * upper[row * size + column];
      }
    }
  }

  /** Replaces y by the solution of Ux = y. */
  void solve(double[] values) {
    for (int row = size - 1; row >= 0; row--) {
      int diagonal = row * size + row;
      double known = Vectors.dot(upper, diagonal + 1, values, row + 1, size - row - 1);
      values[row] = (values[row] - known) / upper[diagonal];
    }
  }
}
