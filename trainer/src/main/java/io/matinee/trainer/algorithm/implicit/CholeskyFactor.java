package io.matinee.trainer.algorithm.implicit;

/**
 * The Cholesky factor U of a symmetric positive definite matrix A = U'U. Every inner loop runs
 * along a row. Immutable and thread-safe.
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
        double weight = -matrix[pivotRow + row];
        Vectors.add(weight, matrix, pivotRow + row, matrix, row * size + row, size - row);
      }
    }
    return new CholeskyFactor(size, matrix);
  }

  /** Replaces y by the solution of U'x = y. */
  void solveTransposed(double[] values, int offset) {
    for (int row = 0; row < size; row++) {
      double solution = values[offset + row] / upper[row * size + row];
      values[offset + row] = solution;
      int diagonal = row * size + row;
      Vectors.add(-solution, upper, diagonal + 1, values, offset + row + 1, size - row - 1);
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
