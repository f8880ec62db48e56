package io.matinee.model.scoring;

/** The sums A = sum of w x x' and b = sum of t x of a weighted least-squares problem. */
final class NormalEquations {
  private final int size;
  private final double[] matrix;
  private final double[] right;

  NormalEquations(int size) {
    this(size, new double[size * size]);
  }

  /** Starts from a matrix [size, size] of which the lower triangle counts; it is taken over. */
  NormalEquations(int size, double[] matrix) {
    this.size = size;
    this.matrix = matrix;
    this.right = new double[size];
  }

  /** Adds one observation: weight to A, target to b. */
  void add(double[] input, double weight, double target) {
    for (int row = 0; row < size; row++) {
      double factor = weight * input[row];
      int start = row * size;
      for (int column = 0; column <= row; column++) {
        matrix[start + column] += factor * input[column];
      }
      right[row] += target * input[row];
    }
  }

  /** Adds a constant to the diagonal of A. */
  void addDiagonal(double value) {
    for (int row = 0; row < size; row++) {
      matrix[row * size + row] += value;
    }
  }

  /** Subtracts a multiple of a vector from b. */
  void subtractRight(double factor, double[] vector) {
    for (int row = 0; row < size; row++) {
      right[row] -= factor * vector[row];
    }
  }

  /** The matrix A so far, not copied. */
  double[] matrix() {
    return matrix;
  }

  /** Solves A x = b; uses up the sums. */
  double[] solve() {
    Cholesky.solve(matrix, right);
    return right;
  }

  /** Splits a solution into a vector of d elements and the bias after it. */
  static UserVector state(double[] solution, int dimension) {
    float[] vector = new float[dimension];
    for (int index = 0; index < dimension; index++) {
      vector[index] = (float) solution[index];
    }
    return new UserVector(vector, solution.length > dimension ? (float) solution[dimension] : 0);
  }
}
