package io.matinee.model.scoring;

import io.matinee.model.linear.CholeskyFactor;
import io.matinee.model.linear.Vectors;
import java.util.Arrays;

/** The sums A = sum of w x x' and b = sum of t x of a weighted least-squares problem. */
final class NormalEquations {
  /** [size, size], of which the upper triangle counts. */
  private final double[][] matrix;

  private final double[] right;

  NormalEquations(int size) {
    this(new double[size][size]);
  }

  private NormalEquations(double[][] matrix) {
    this.matrix = matrix;
    this.right = new double[matrix.length];
  }

  /** Returns equations that start from the matrix A of these, and a b of zeros. */
  NormalEquations withSameMatrix() {
    return new NormalEquations(Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new));
  }

  /** Adds one observation: weight to A, target to b. */
  void add(double[] input, double weight, double target) {
    for (int row = 0; row < right.length; row++) {
      Vectors.add(weight * input[row], input, matrix[row], row);
    }
    Vectors.add(target, input, right, 0);
  }

  /** Adds a constant to the diagonal of A. */
  void addDiagonal(double value) {
    for (int row = 0; row < right.length; row++) {
      matrix[row][row] += value;
    }
  }

  /** Adds, for each element of a solution so far, what half its weighted square has as slopes. */
  void addPenalties(double[] weights, double[] solution) {
    for (int row = 0; row < right.length; row++) {
      matrix[row][row] += weights[row];
      right[row] -= weights[row] * solution[row];
    }
  }

  /** Solves A x = b; uses up the sums. */
  double[] solve() {
    CholeskyFactor factor = CholeskyFactor.of(matrix);
    factor.solveTransposed(right);
    factor.solve(right);
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
