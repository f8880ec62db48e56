package io.matinee.trainer.algorithm.implicit;

import io.matinee.model.linear.CholeskyFactor;
import io.matinee.model.linear.Vectors;
import io.matinee.trainer.algorithm.likes.Likes;
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
  private final double[][] whitened;

  HalfStep(float[] fixed, int dimensions, double regularisation, double confidence) {
    this.dimensions = dimensions;
    this.confidence = confidence;
    this.whitened = Vectors.rows(fixed, dimensions);
    double[][] others =
        Arrays.stream(whitened).filter(row -> !Vectors.isZero(row)).toArray(double[][]::new);
    double[][] gram = Gram.of(others, dimensions);
    addDiagonal(regularisation, gram);
    this.factor = CholeskyFactor.of(gram);
    Arrays.stream(others).parallel().forEach(factor::solveTransposed);
  }

  /** Returns the factors of all rows, [rows, d]; who likes nothing gets zeros. */
  float[] solve(Likes likes) {
    float[] solved = new float[likes.rows() * dimensions];
    IntStream.range(0, likes.rows())
        .parallel()
        .filter(row -> likes.count(row) > 0)
        .forEach(row -> solve(likes, row, solved));
    return solved;
  }

  private void solve(Likes likes, int row, float[] solved) {
    double[][] liked = liked(likes, row);
    double[] solution = liked.length < dimensions ? bySmallSystem(liked) : byFullSystem(liked);
    factor.solve(solution);
    for (int index = 0; index < dimensions; index++) {
      solved[row * dimensions + index] = (float) (confidence * solution[index]);
    }
  }

  /** W_u, [n, d]. */
  private double[][] liked(Likes likes, int row) {
    double[][] liked = new double[likes.count(row)][];
    for (int position = 0; position < liked.length; position++) {
      liked[position] = whitened[likes.column(row, position)];
    }
    return liked;
  }

  /** z by the [n, n] system. */
  private double[] bySmallSystem(double[][] liked) {
    int count = liked.length;
    double[][] matrix = new double[count][count];
    Vectors.addOuterProducts(matrix, confidence - 1, transposed(liked));
    double[] weights = new double[count];
    Arrays.fill(weights, 1);
    solve(matrix, weights);
    double[] solution = new double[dimensions];
    for (int position = 0; position < count; position++) {
      Vectors.add(weights[position], liked[position], solution, 0);
    }
    return solution;
  }

  /** z by the [d, d] system. */
  private double[] byFullSystem(double[][] liked) {
    double[][] matrix = new double[dimensions][dimensions];
    Vectors.addOuterProducts(matrix, confidence - 1, liked);
    double[] solution = new double[dimensions];
    for (double[] row : liked) {
      Vectors.add(1, row, solution, 0);
    }
    solve(matrix, solution);
    return solution;
  }

  /** Replaces y by the solution of (I + A)x = y, and A by a factor. */
  private static void solve(double[][] matrix, double[] values) {
    addDiagonal(1, matrix);
    CholeskyFactor cholesky = CholeskyFactor.of(matrix);
    cholesky.solveTransposed(values);
    cholesky.solve(values);
  }

  private static void addDiagonal(double value, double[][] matrix) {
    for (int index = 0; index < matrix.length; index++) {
      matrix[index][index] += value;
    }
  }

  private double[][] transposed(double[][] rows) {
    double[][] columns = new double[dimensions][rows.length];
    for (int position = 0; position < rows.length; position++) {
      for (int index = 0; index < dimensions; index++) {
        columns[index][position] = rows[position][index];
      }
    }
    return columns;
  }
}
