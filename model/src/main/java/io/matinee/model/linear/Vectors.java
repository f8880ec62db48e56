package io.matinee.model.linear;

/**
 * Inner loops on rows. Plain loops, of which all arrays have the same index, so that the compiler
 * vectorises them without changing a bit: the order of additions depends on the lengths alone,
 * interpreted or compiled. They are fast soon after a start, when the Vector API is still
 * interpreted.
 */
public final class Vectors {

  private static final int GROUP = 4;

  private Vectors() {}

  /** Returns the rows of a matrix [rows, d], with more digits. */
  public static double[][] rows(float[] matrix, int dimensions) {
    double[][] rows = new double[matrix.length / dimensions][dimensions];
    for (int row = 0; row < rows.length; row++) {
      for (int index = 0; index < dimensions; index++) {
        rows[row][index] = matrix[row * dimensions + index];
      }
    }
    return rows;
  }

  /** Whether all values are zero. */
  public static boolean isZero(double[] values) {
    for (double value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the dot product of two arrays of the same length from an index on. */
  public static double dot(double[] left, double[] right, int from) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int index = from;
    for (; index + GROUP <= left.length; index += GROUP) {
      first += left[index] * right[index];
      second += left[index + 1] * right[index + 1];
      third += left[index + 2] * right[index + 2];
      fourth += left[index + 3] * right[index + 3];
    }
    for (; index < left.length; index++) {
      first += left[index] * right[index];
    }
    return (first + second) + (third + fourth);
  }

  /** Adds a multiple of one array to another of the same length, from an index on. */
  public static void add(double weight, double[] source, double[] target, int from) {
    for (int index = from; index < target.length; index++) {
      target[index] += weight * source[index];
    }
  }
}
