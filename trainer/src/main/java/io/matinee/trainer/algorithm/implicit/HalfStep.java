package io.matinee.trainer.algorithm.implicit;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The exact least-squares step of one side while the factors Y of the other are fixed (Hu, Koren
 * and Volinsky 2008, equation 4): with the rows Y_u of what u likes, confidence c there and 1
 * elsewhere,
 *
 * <pre>
 *   x_u = (Y'Y + l2 I + (c - 1) Y_u'Y_u)^-1 c Y_u' 1
 * </pre>
 *
 * With Y'Y + l2 I = U'U and W = Y U^-1, computed once, this is x_u = c U^-1 z where z solves the
 * [d, d] system (I + (c - 1) W_u'W_u) z = W_u' 1, or z = W_u' q where q solves the [n, n] system (I
 * + (c - 1) W_u W_u') q = 1; the smaller one is taken. Thread-safe.
 */
final class HalfStep {

  private final int dimensions;
  private final double confidence;
  private final CholeskyFactor factor;

  /** W, [rows, d]. */
  private final double[] whitened;

  HalfStep(float[] fixed, int dimensions, double regularisation, double confidence) {
    this.dimensions = dimensions;
    this.confidence = confidence;
    this.whitened = Vectors.widened(fixed);
    double[] gram = Gram.of(whitened, dimensions);
    for (int index = 0; index < dimensions; index++) {
      gram[index * dimensions + index] += regularisation;
    }
    this.factor = CholeskyFactor.of(dimensions, gram);
    IntStream.range(0, fixed.length / dimensions)
        .parallel()
        .forEach(row -> factor.solveTransposed(whitened, row * dimensions));
  }

  /** The factors of all rows, [rows, d]; who likes nothing gets zeros. */
  float[] solve(Likes likes) {
    float[] solved = new float[likes.rows() * dimensions];
    IntStream.range(0, likes.rows())
        .parallel()
        .filter(row -> likes.count(row) > 0)
        .forEach(row -> solve(likes, row, solved));
    return solved;
  }

  private void solve(Likes likes, int row, float[] solved) {
    double[] solution =
        likes.count(row) < dimensions ? bySmallSystem(likes, row) : byFullSystem(likes, row);
    factor.solve(solution);
    for (int index = 0; index < dimensions; index++) {
      solved[row * dimensions + index] = (float) (confidence * solution[index]);
    }
  }

  /** z by the [n, n] system. */
  private double[] bySmallSystem(Likes likes, int row) {
    int count = likes.count(row);
    double[] columns = columns(likes, row);
    double[] matrix = new double[count * count];
    Vectors.addOuterProducts(
        matrix, count, confidence - 1, columns, column -> column * count, dimensions);
    for (int index = 0; index < count; index++) {
      matrix[index * count + index] += 1;
    }
    double[] weights = new double[count];
    Arrays.fill(weights, 1);
    CholeskyFactor small = CholeskyFactor.of(count, matrix);
    small.solveTransposed(weights, 0);
    small.solve(weights);
    double[] solution = new double[dimensions];
    for (int position = 0; position < count; position++) {
      add(weights[position], likes.column(row, position), solution);
    }
    return solution;
  }

  /** z by the [d, d] system. */
  private double[] byFullSystem(Likes likes, int row) {
    double[] matrix = new double[dimensions * dimensions];
    int count = likes.count(row);
    Vectors.addOuterProducts(
        matrix,
        dimensions,
        confidence - 1,
        whitened,
        position -> likes.column(row, position) * dimensions,
        count);
    double[] solution = new double[dimensions];
    for (int position = 0; position < count; position++) {
      add(1, likes.column(row, position), solution);
    }
    for (int index = 0; index < dimensions; index++) {
      matrix[index * dimensions + index] += 1;
    }
    CholeskyFactor full = CholeskyFactor.of(dimensions, matrix);
    full.solveTransposed(solution, 0);
    full.solve(solution);
    return solution;
  }

  /** W_u', [d, n]. */
  private double[] columns(Likes likes, int row) {
    int count = likes.count(row);
    double[] columns = new double[dimensions * count];
    for (int position = 0; position < count; position++) {
      int start = likes.column(row, position) * dimensions;
      for (int index = 0; index < dimensions; index++) {
        columns[index * count + position] = whitened[start + index];
      }
    }
    return columns;
  }

  /** Adds a multiple of a whitened row. */
  private void add(double weight, int row, double[] target) {
    Vectors.add(weight, whitened, row * dimensions, target, 0, dimensions);
  }
}
