package io.matinee.model.linear;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner loops on chosen rows of a matrix of floats, on the Vector API. Rows are padded with zeros
 * to a multiple of {@link #PADDING}. Sums have one order for each width of vectors, so that their
 * bits are the same interpreted and compiled.
 */
public final class RowKernels {

  /** What the length of a row is a multiple of: the lanes of the longest vectors there are. */
  public static final int PADDING = 16;

  private static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > PADDING
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  private static final int LANES = SPECIES.length();
  private static final int TOGETHER = 4;

  private RowKernels() {}

  /** Returns the least length of a row that holds so many floats. */
  public static int padded(int dimensions) {
    return Math.ceilDiv(dimensions, PADDING) * PADDING;
  }

  /**
   * Dot products of a vector with chosen rows.
   *
   * @param matrix row-major, rows as long as the vector
   * @param rows which rows, {@code count} of them from {@code from} on
   * @param vector [d], padded
   * @param products [count] or longer, overwritten
   */
  public static void multiply(
      float[] matrix, int[] rows, int from, int count, float[] vector, float[] products) {
    int length = vector.length;
    float[] lanes = new float[TOGETHER * LANES];
    int next = 0;
    for (; next + TOGETHER <= count; next += TOGETHER) {
      int first = rows[from + next] * length;
      int second = rows[from + next + 1] * length;
      int third = rows[from + next + 2] * length;
      int fourth = rows[from + next + 3] * length;
      FloatVector sum0 = FloatVector.zero(SPECIES);
      FloatVector sum1 = sum0;
      FloatVector sum2 = sum0;
      FloatVector sum3 = sum0;
      for (int index = 0; index < length; index += LANES) {
        FloatVector factor = FloatVector.fromArray(SPECIES, vector, index);
        sum0 = factor.fma(FloatVector.fromArray(SPECIES, matrix, first + index), sum0);
        sum1 = factor.fma(FloatVector.fromArray(SPECIES, matrix, second + index), sum1);
        sum2 = factor.fma(FloatVector.fromArray(SPECIES, matrix, third + index), sum2);
        sum3 = factor.fma(FloatVector.fromArray(SPECIES, matrix, fourth + index), sum3);
      }
      sum0.intoArray(lanes, 0);
      sum1.intoArray(lanes, LANES);
      sum2.intoArray(lanes, 2 * LANES);
      sum3.intoArray(lanes, 3 * LANES);
      products[next] = sum(lanes, 0);
      products[next + 1] = sum(lanes, LANES);
      products[next + 2] = sum(lanes, 2 * LANES);
      products[next + 3] = sum(lanes, 3 * LANES);
    }
    for (; next < count; next++) {
      int row = rows[from + next] * length;
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int index = 0; index < length; index += LANES) {
        FloatVector factor = FloatVector.fromArray(SPECIES, vector, index);
        sum = factor.fma(FloatVector.fromArray(SPECIES, matrix, row + index), sum);
      }
      sum.intoArray(lanes, 0);
      products[next] = sum(lanes, 0);
    }
  }

  /**
   * Adds chosen rows, each times its weight.
   *
   * @param matrix row-major, rows as long as the sums
   * @param rows which rows, {@code count} of them from {@code from} on
   * @param weights [count] or longer
   * @param sums [d], padded; added to
   */
  public static void addWeighted(
      float[] matrix, int[] rows, int from, int count, float[] weights, float[] sums) {
    int length = sums.length;
    int index = 0;
    for (; index + TOGETHER * LANES <= length; index += TOGETHER * LANES) {
      FloatVector sum0 = FloatVector.fromArray(SPECIES, sums, index);
      FloatVector sum1 = FloatVector.fromArray(SPECIES, sums, index + LANES);
      FloatVector sum2 = FloatVector.fromArray(SPECIES, sums, index + 2 * LANES);
      FloatVector sum3 = FloatVector.fromArray(SPECIES, sums, index + 3 * LANES);
      for (int next = 0; next < count; next++) {
        int at = rows[from + next] * length + index;
        FloatVector weight = FloatVector.broadcast(SPECIES, weights[next]);
        sum0 = weight.fma(FloatVector.fromArray(SPECIES, matrix, at), sum0);
        sum1 = weight.fma(FloatVector.fromArray(SPECIES, matrix, at + LANES), sum1);
        sum2 = weight.fma(FloatVector.fromArray(SPECIES, matrix, at + 2 * LANES), sum2);
        sum3 = weight.fma(FloatVector.fromArray(SPECIES, matrix, at + 3 * LANES), sum3);
      }
      sum0.intoArray(sums, index);
      sum1.intoArray(sums, index + LANES);
      sum2.intoArray(sums, index + 2 * LANES);
      sum3.intoArray(sums, index + 3 * LANES);
    }
    for (; index < length; index += LANES) {
      FloatVector sum = FloatVector.fromArray(SPECIES, sums, index);
      for (int next = 0; next < count; next++) {
        FloatVector weight = FloatVector.broadcast(SPECIES, weights[next]);
        int at = rows[from + next] * length + index;
        sum = weight.fma(FloatVector.fromArray(SPECIES, matrix, at), sum);
      }
      sum.intoArray(sums, index);
    }
  }

  private static float sum(float[] lanes, int from) {
    float total = lanes[from];
    for (int lane = 1; lane < LANES; lane++) {
      total += lanes[from + lane];
    }
    return total;
  }
}
