package io.matinee.trainer.algorithm.implicit;

import io.matinee.model.linear.RowKernels;
import io.matinee.model.linear.Vectors;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The factors of one side, whose rows are padded with zeros for {@link RowKernels}.
 *
 * @param values [count, padded d], row-major
 * @param count how many rows
 * @param dimensions d
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
record FactorRows(float[] values, int count, int dimensions) {

  /** How many rows are worked on at once; fixed, so that sums do not depend on the cores. */
  private static final int BLOCK = 64;

  static FactorRows zeros(int count, int dimensions) {
    int length = Math.multiplyExact(count, RowKernels.padded(dimensions));
    return new FactorRows(new float[length], count, dimensions);
  }

  /** The length of a row. */
  int length() {
    return RowKernels.padded(dimensions);
  }

  float[] row(int row) {
    return Arrays.copyOfRange(values, row * length(), (row + 1) * length());
  }

  void put(int row, float[] padded) {
    System.arraycopy(padded, 0, values, row * length(), length());
  }

  /** Returns the values without the padding, [count, d]. */
  float[] unpadded() {
    if (length() == dimensions) {
      return values;
    }
    float[] plain = new float[count * dimensions];
    for (int row = 0; row < count; row++) {
      System.arraycopy(values, row * length(), plain, row * dimensions, dimensions);
    }
    return plain;
  }

  /** Calls an action for each block of rows, in parallel. */
  static void inBlocks(int rows, IntConsumer firstOfBlock) {
    IntStream.range(0, Math.ceilDiv(rows, BLOCK))
        .parallel()
        .forEach(block -> firstOfBlock.accept(block * BLOCK));
  }

  /** Returns the row after the last one of a block. */
  static int end(int firstOfBlock, int rows) {
    return Math.min(rows, firstOfBlock + BLOCK);
  }

  /** Replaces each row x by its coordinates on some axes, the rows of [d, d]. */
  void turn(double[][] axes) {
    float[] turned = new float[dimensions * length()];
    for (int axis = 0; axis < dimensions; axis++) {
      for (int index = 0; index < dimensions; index++) {
        turned[index * length() + axis] = (float) axes[axis][index];
      }
    }
    int[] all = IntStream.range(0, dimensions).toArray();
    inBlocks(
        count,
        first -> {
          float[] sums = new float[length()];
          for (int row = first; row < end(first, count); row++) {
            Arrays.fill(sums, 0);
            RowKernels.addWeighted(turned, all, 0, dimensions, row(row), sums);
            put(row, sums);
          }
        });
  }

  /** Returns Y'Y, [d, d]: in floats within a block, in doubles beyond it. */
  double[][] gram() {
    int blocks = Math.ceilDiv(count, BLOCK);
    int parts = Math.min(16, blocks);
    double[][][] partial =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(part -> gram(blocks * part / parts, blocks * (part + 1) / parts))
            .toArray(double[][][]::new);
    double[][] gram = new double[dimensions][dimensions];
    for (double[][] part : partial) {
      for (int row = 0; row < dimensions; row++) {
        Vectors.add(1, part[row], gram[row], 0);
      }
    }
    return gram;
  }

  private double[][] gram(int firstBlock, int endBlock) {
    double[][] gram = new double[dimensions][dimensions];
    float[] weights = new float[BLOCK];
    float[] sums = new float[length()];
    for (int block = firstBlock; block < endBlock; block++) {
      int first = block * BLOCK;
      int size = end(first, count) - first;
      int[] rows = IntStream.range(first, first + size).toArray();
      for (int index = 0; index < dimensions; index++) {
        for (int row = 0; row < size; row++) {
          weights[row] = values[(first + row) * length() + index];
        }
        Arrays.fill(sums, 0);
        RowKernels.addWeighted(values, rows, 0, size, weights, sums);
        for (int column = 0; column < dimensions; column++) {
          gram[index][column] += sums[column];
        }
      }
    }
    return gram;
  }
}
