package io.matinee.model.linear;

import java.util.stream.IntStream;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations, which take few
 * sweeps where the matrix is nearly diagonal.
 *
 * @param values [size], in no order
 * @param vectors [size, size]; row k is the eigenvector of value k, of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record SymmetricEigen(double[] values, double[][] vectors) {

  private static final int MOST_SWEEPS = 50;

  /** An element is 0 where it is so small beside the diagonal's two that it would meet. */
  private static final double RELATIVE = 1e-11;

  /** Or so small beside the largest of the diagonal. */
  private static final double ABSOLUTE = 1e-14;

  /**
   * Returns the eigenvalues and eigenvectors.
   *
   * @param matrix [size, size], symmetric, positive semi-definite; used up
   */
  public static SymmetricEigen of(double[][] matrix) {
    int size = matrix.length;
    double[][] vectors = new double[size][size];
    for (int index = 0; index < size; index++) {
      vectors[index][index] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && rotateAll(matrix, vectors); sweep++) {
      // until a sweep finds nothing to rotate
    }
    double[] values = IntStream.range(0, size).mapToDouble(index -> matrix[index][index]).toArray();
    return new SymmetricEigen(values, vectors);
  }

  private static boolean rotateAll(double[][] matrix, double[][] vectors) {
    double largest = 0;
    for (int index = 0; index < matrix.length; index++) {
      largest = Math.max(largest, Math.abs(matrix[index][index]));
    }
    boolean rotated = false;
    for (int first = 0; first < matrix.length; first++) {
      for (int second = first + 1; second < matrix.length; second++) {
        double met = Math.abs(matrix[first][first] * matrix[second][second]);
        double least = Math.max(RELATIVE * Math.sqrt(met), ABSOLUTE * largest);
        if (Math.abs(matrix[first][second]) > least) {
          rotate(matrix, vectors, first, second);
          rotated = true;
        }
      }
    }
    return rotated;
  }

  /** The rotation of two axes that makes their common element 0. */
  private static void rotate(double[][] matrix, double[][] vectors, int first, int second) {
    double common = matrix[first][second];
    double ratio = (matrix[second][second] - matrix[first][first]) / (2 * common);
    double tangent = Math.copySign(1, ratio) / (Math.abs(ratio) + Math.hypot(1, ratio));
    double cosine = 1 / Math.sqrt(1 + tangent * tangent);
    double sine = tangent * cosine;
    rotate(matrix[first], matrix[second], cosine, sine);
    for (double[] row : matrix) {
      double left = row[first];
      double right = row[second];
      row[first] = cosine * left - sine * right;
      row[second] = sine * left + cosine * right;
    }
    matrix[first][second] = 0;
    matrix[second][first] = 0;
    rotate(vectors[first], vectors[second], cosine, sine);
  }

  private static void rotate(double[] first, double[] second, double cosine, double sine) {
    for (int index = 0; index < first.length; index++) {
      double left = first[index];
      double right = second[index];
      first[index] = cosine * left - sine * right;
      second[index] = sine * left + cosine * right;
    }
  }
}
