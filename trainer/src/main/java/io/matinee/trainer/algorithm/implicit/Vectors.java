package io.matinee.trainer.algorithm.implicit;

import java.util.function.IntUnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Inner loops on parts of arrays. The order of additions depends on the lengths alone. */
final class Vectors {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int GROUP = 4;

  private Vectors() {}

  /** A copy with more digits. */
  static double[] widened(float[] values) {
    double[] widened = new double[values.length];
    for (int index = 0; index < values.length; index++) {
      widened[index] = values[index];
    }
    return widened;
  }

  static double dot(double[] left, int leftStart, double[] right, int rightStart, int length) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int bound = SPECIES.loopBound(length);
    for (int index = 0; index < bound; index += SPECIES.length()) {
      DoubleVector one = DoubleVector.fromArray(SPECIES, left, leftStart + index);
      sum = one.fma(DoubleVector.fromArray(SPECIES, right, rightStart + index), sum);
    }
    double total = sum.reduceLanes(VectorOperators.ADD);
    for (int index = bound; index < length; index++) {
      total += left[leftStart + index] * right[rightStart + index];
    }
    return total;
  }

  /**
   * Adds weight * (sum of r'r) over some rows to the upper triangle of a matrix. Leaves the lower
   * triangle undefined.
   *
   * @param matrix [size, size], row-major
   * @param rows where the rows lie
   * @param start gives the first element of each row, from its number
   * @param count how many rows there are
   */
  static void addOuterProducts(
      double[] matrix, int size, double weight, double[] rows, IntUnaryOperator start, int count) {
    int next = 0;
    for (; next + GROUP <= count; next += GROUP) {
      addFour(
          matrix,
          size,
          weight,
          rows,
          start.applyAsInt(next),
          start.applyAsInt(next + 1),
          start.applyAsInt(next + 2),
          start.applyAsInt(next + 3));
    }
    for (; next < count; next++) {
      addOne(matrix, size, weight, rows, start.applyAsInt(next));
    }
  }

  /** Four rows at once, so that each element of the matrix is read and written once for them. */
  private static void addFour(
      double[] matrix, int size, double weight, double[] rows, int a, int b, int c, int d) {
    int bound = SPECIES.loopBound(size);
    for (int row = 0; row < size; row++) {
      double weightA = weight * rows[a + row];
      double weightB = weight * rows[b + row];
      double weightC = weight * rows[c + row];
      double weightD = weight * rows[d + row];
      int target = row * size;
      int column = SPECIES.loopBound(row);
      for (; column < bound; column += SPECIES.length()) {
        DoubleVector sum = DoubleVector.fromArray(SPECIES, matrix, target + column);
        sum = DoubleVector.fromArray(SPECIES, rows, a + column).mul(weightA).add(sum);
        sum = DoubleVector.fromArray(SPECIES, rows, b + column).mul(weightB).add(sum);
        sum = DoubleVector.fromArray(SPECIES, rows, c + column).mul(weightC).add(sum);
        sum = DoubleVector.fromArray(SPECIES, rows, d + column).mul(weightD).add(sum);
        sum.intoArray(matrix, target + column);
      }
      for (column = Math.max(row, bound); column < size; column++) {
        matrix[target + column] +=
            weightA * rows[a + column]
                + weightB * rows[b + column]
                + weightC * rows[c + column]
                + weightD * rows[d + column];
      }
    }
  }

  private static void addOne(double[] matrix, int size, double weight, double[] rows, int start) {
    for (int row = 0; row < size; row++) {
      double rowWeight = weight * rows[start + row];
      add(rowWeight, rows, start + row, matrix, row * size + row, size - row);
    }
  }

  /** Adds a multiple of one part of an array to another part; the two do not overlap. */
  static void add(
      double weight, double[] source, int sourceStart, double[] target, int start, int length) {
    int bound = SPECIES.loopBound(length);
    for (int index = 0; index < bound; index += SPECIES.length()) {
      DoubleVector sum = DoubleVector.fromArray(SPECIES, target, start + index);
      DoubleVector.fromArray(SPECIES, source, sourceStart + index)
          .mul(weight)
          .add(sum)
          .intoArray(target, start + index);
    }
    for (int index = bound; index < length; index++) {
      target[start + index] += weight * source[sourceStart + index];
    }
  }
}
