package io.matinee.model.scoring;

/** Solves A x = b for a symmetric positive definite A by its Cholesky factor, in place. */
final class Cholesky {
  private static final double JITTER = 1e-10;

  private Cholesky() {}

  /**
   * Solves one system.
   *
   * @param matrix [n, n], row-major; only the lower triangle is read; overwritten by the factor. A
   *     pivot that vanishes is raised to a tiny one, which gives a finite solution of a singular
   *     system
   * @param right [n], overwritten by the solution
   */
  static void solve(double[] matrix, double[] right) {
    int size = right.length;
    factor(matrix, size);
    for (int row = 0; row < size; row++) {
      double sum = right[row];
      for (int column = 0; column < row; column++) {
        sum -= matrix[row * size + column] * right[column];
      }
      right[row] = sum / matrix[row * size + row];
    }
    for (int row = size - 1; row >= 0; row--) {
      double solution = right[row] / matrix[row * size + row];
      right[row] = solution;
      for (int column = 0; column < row; column++) {
        right[column] -= matrix[row * size + column] * solution;
      }
    }
  }

  private static void factor(double[] matrix, int size) {
    double smallest = JITTER * (1 + largestDiagonal(matrix, size));
    for (int row = 0; row < size; row++) {
      for (int column = 0; column <= row; column++) {
        double sum = matrix[row * size + column];
        for (int index = 0; index < column; index++) {
          sum -= matrix[row * size + index] * matrix[column * size + index];
        }
        matrix[row * size + column] =
            row == column
                ? Math.sqrt(Math.max(sum, smallest))
                : sum / matrix[column * size + column];
      }
    }
  }

  private static double largestDiagonal(double[] matrix, int size) {
    double largest = 0;
    for (int row = 0; row < size; row++) {
      largest = Math.max(largest, matrix[row * size + row]);
    }
    return largest;
  }
}
