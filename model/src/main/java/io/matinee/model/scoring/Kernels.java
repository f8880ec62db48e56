package io.matinee.model.scoring;

import io.matinee.model.memory.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner loops on the Vector API. Heap and mapped memory are added lane by lane in the same order;
 * only the order in which the lanes are added up at the end is the virtual machine's own, so that
 * equal vectors may differ in the last bit between interpreted and compiled code, as the Vector API
 * leaves it open.
 */
public final class Kernels {
  /** The processor's own vectors, of 512 bits at most: rows are measured for these. */
  public static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > FloatVector.SPECIES_512.length()
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  /** The length of a row of {@link #weightedSums}: four of the longest vectors there are. */
  public static final int ROW = 64;

  private static final int TOGETHER = 4;
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

  private Kernels() {}

  /**
   * Returns the dot product of {@code length} floats.
   *
   * @param left holds the first factor from {@code leftOffset} on
   * @param right holds the second factor from {@code rightOffset} on
   */
  public static float dot(
      float[] left, int leftOffset, float[] right, int rightOffset, int length) {
    FloatVector sum = FloatVector.zero(SPECIES);
    int bound = SPECIES.loopBound(length);
    for (int index = 0; index < bound; index += SPECIES.length()) {
      FloatVector a = FloatVector.fromArray(SPECIES, left, leftOffset + index);
      FloatVector b = FloatVector.fromArray(SPECIES, right, rightOffset + index);
      sum = a.fma(b, sum);
    }
    float total = sum.reduceLanes(VectorOperators.ADD);
    for (int index = bound; index < length; index++) {
      total = Math.fma(left[leftOffset + index], right[rightOffset + index], total);
    }
    return total;
  }

  /**
   * Returns the dot product of an array with as many floats of memory.
   *
   * @param left [d]
   * @param right little-endian floats
   * @param rightIndex the index, in floats, of the first one
   */
  public static float dot(float[] left, MemorySegment right, long rightIndex) {
    FloatVector sum = FloatVector.zero(SPECIES);
    int bound = SPECIES.loopBound(left.length);
    for (int index = 0; index < bound; index += SPECIES.length()) {
      FloatVector a = FloatVector.fromArray(SPECIES, left, index);
      sum = a.fma(load(right, rightIndex + index), sum);
    }
    return tail(left, right, rightIndex, bound, sum.reduceLanes(VectorOperators.ADD));
  }

  /**
   * Dot products of one vector with the rows of a matrix.
   *
   * @param vector [d]
   * @param matrix [rows, d], row-major, little-endian floats
   * @param products [rows], overwritten
   */
  public static void multiply(MemorySegment matrix, float[] vector, float[] products) {
    int dimension = vector.length;
    int bound = SPECIES.loopBound(dimension);
    int row = 0;
    for (; row + 3 < products.length; row += 4) {
      long first = (long) row * dimension;
      long second = first + dimension;
      long third = second + dimension;
      long fourth = third + dimension;
      FloatVector sum0 = FloatVector.zero(SPECIES);
      FloatVector sum1 = sum0;
      FloatVector sum2 = sum0;
      FloatVector sum3 = sum0;
      for (int index = 0; index < bound; index += SPECIES.length()) {
        FloatVector factor = FloatVector.fromArray(SPECIES, vector, index);
        sum0 = factor.fma(load(matrix, first + index), sum0);
        sum1 = factor.fma(load(matrix, second + index), sum1);
        sum2 = factor.fma(load(matrix, third + index), sum2);
        sum3 = factor.fma(load(matrix, fourth + index), sum3);
      }
      products[row] = tail(vector, matrix, first, bound, sum0.reduceLanes(VectorOperators.ADD));
      products[row + 1] =
          tail(vector, matrix, second, bound, sum1.reduceLanes(VectorOperators.ADD));
      products[row + 2] = tail(vector, matrix, third, bound, sum2.reduceLanes(VectorOperators.ADD));
      products[row + 3] =
          tail(vector, matrix, fourth, bound, sum3.reduceLanes(VectorOperators.ADD));
    }
    for (; row < products.length; row++) {
      products[row] = dot(vector, matrix, (long) row * dimension);
    }
  }

  /**
   * Sums of rows, each row times its weight: {@code sums[lane] = sum over d of weights[d] *
   * rows[d][lane]}. Every lane is summed by itself, in the order of the rows and with fused
   * multiplications, so that its bits are the same interpreted and compiled, on any processor.
   *
   * @param weights [d]
   * @param rows [d, {@value #ROW}], row-major
   * @param sums [{@value #ROW}], overwritten
   */
  public static void weightedSums(float[] weights, float[] rows, float[] sums) {
    int lanes = SPECIES.length();
    for (int lane = 0; lane < ROW; lane += TOGETHER * lanes) {
      FloatVector sum0 = FloatVector.zero(SPECIES);
      FloatVector sum1 = sum0;
      FloatVector sum2 = sum0;
      FloatVector sum3 = sum0;
      int at = lane;
      for (float weight : weights) {
        FloatVector factor = FloatVector.broadcast(SPECIES, weight);
        sum0 = factor.fma(FloatVector.fromArray(SPECIES, rows, at), sum0);
        sum1 = factor.fma(FloatVector.fromArray(SPECIES, rows, at + lanes), sum1);
        sum2 = factor.fma(FloatVector.fromArray(SPECIES, rows, at + 2 * lanes), sum2);
        sum3 = factor.fma(FloatVector.fromArray(SPECIES, rows, at + 3 * lanes), sum3);
        at += ROW;
      }
      sum0.intoArray(sums, lane);
      sum1.intoArray(sums, lane + lanes);
      sum2.intoArray(sums, lane + 2 * lanes);
      sum3.intoArray(sums, lane + 3 * lanes);
    }
  }

  /** Returns the Euclidean length of a vector, summed in double precision. */
  public static double length(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  private static FloatVector load(MemorySegment segment, long index) {
    return FloatVector.fromMemorySegment(SPECIES, segment, index * Float.BYTES, ORDER);
  }

  private static float tail(
      float[] left, MemorySegment right, long rightIndex, int from, float total) {
    float sum = total;
    for (int index = from; index < left.length; index++) {
      sum = Math.fma(left[index], right.getAtIndex(LittleEndian.FLOAT, rightIndex + index), sum);
    }
    return sum;
  }
}
