package io.matinee.model.linear;

/**
 * The Cholesky factor U of a symmetric positive definite matrix A = U'U. Every inner loop runs
 * along a row. Immutable and thread-safe.
 */
public final class CholeskyFactor {

  private static final double JITTER = 1e-10;

  /** [size, size]; only the upper triangle counts. */
  private final double[][] upper;

  private CholeskyFactor(double[][] upper) {
    this.upper = upper;
  }

  /**
   * Factorises a matrix.
   *
   * @param matrix [size, size]; only the upper triangle is read; becomes the factor. A pivot that
   *     vanishes is raised to a tiny one, which gives finite solutions of a singular system
   */
  public static CholeskyFactor of(double[][] matrix) {
    double smallest = JITTER * (1 + largestDiagonal(matrix));
    for (int pivot = 0; pivot < matrix.length; pivot++) {
      double[] pivotRow = matrix[pivot];
      double root = Math.sqrt(Math.max(pivotRow[pivot], smallest));
      pivotRow[pivot] = root;
      for (int column = pivot + 1; column < matrix.length; column++) {
        pivotRow[column] /= root;
      }
      for (int row = pivot + 1; row < matrix.length; row++) {
        Vectors.add(-pivotRow[row], pivotRow, matrix[row], row);
      }
    }
    return new CholeskyFactor(matrix);
  }

  /** Replaces y by the solution of U'x = y. */
  public void solveTransposed(double[] values) {
    for (int row = 0; row < values.length; row++) {
      double solution = values[row] / upper[row][row];
      values[row] = solution;
      Vectors.add(-solution, upper[row], values, row + 1);
    }
  }

  /** Replaces y by the solution of Ux = y. */
  public void solve(double[] values) {
    for (int row = values.length - 1; row >= 0; row--) {
      double known = Vectors.dot(upper[row], values, row + 1);
      values[row] = (values[row] - known) / upper[row][row];
    }
  }

  private static double largestDiagonal(double[][] matrix) {
    double largest = 0;
    for (int row = 0; row < matrix.length; row++) {
      largest = Math.max(largest, matrix[row][row]);
    }
    return largest;
  }
}
