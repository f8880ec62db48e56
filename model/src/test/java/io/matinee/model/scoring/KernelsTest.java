package io.matinee.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.memory.LittleEndian;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths around the width of a vector, so that every tail is met. */
class KernelsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 20, 50, 64})
  void dotAgreesWithTheDefinition(int length) {
    float[] left = random(length + 3, 1);
    float[] right = random(length + 5, 2);
    double expected = 0;
    for (int index = 0; index < length; index++) {
      expected += (double) left[3 + index] * right[5 + index];
    }
    assertThat(Kernels.dot(left, 3, right, 5, length)).isCloseTo((float) expected, within(1e-4f));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 7, 8, 9, 17, 20, 64})
  void multiplyGivesEachRowItsDotToTheLastBit(int dimension) {
    int rows = 11;
    float[] matrix = random(rows * dimension, 3);
    float[] vector = random(dimension, 4);
    float[] fromHeap = new float[rows];
    Kernels.multiply(MemorySegment.ofArray(matrix), vector, fromHeap);
    float[] fromMemory = new float[rows];
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment segment = arena.allocateFrom(LittleEndian.FLOAT, matrix);
      Kernels.multiply(segment, vector, fromMemory);
      for (int row = 0; row < rows; row++) {
        assertThat(Kernels.dot(vector, segment, (long) row * dimension)).isEqualTo(fromMemory[row]);
      }
    }
    for (int row = 0; row < rows; row++) {
      assertThat(fromHeap[row]).isEqualTo(fromMemory[row]);
      assertThat(fromHeap[row])
          .isEqualTo(Kernels.dot(vector, 0, matrix, row * dimension, dimension));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 20, 64})
  void weightedSumsAddUpEachLaneInTheOrderOfTheRowsToTheLastBit(int rows) {
    float[] weights = random(rows, 5);
    float[] values = random(rows * Kernels.ROW, 6);
    float[] sums = random(Kernels.ROW, 7);
    Kernels.weightedSums(weights, values, sums);
    for (int lane = 0; lane < Kernels.ROW; lane++) {
      float expected = 0;
      for (int row = 0; row < rows; row++) {
        expected = Math.fma(weights[row], values[row * Kernels.ROW + lane], expected);
      }
      assertThat(sums[lane]).isEqualTo(expected);
    }
  }

  private static float[] random(int length, long seed) {
    Random random = new Random(seed);
    float[] values = new float[length];
    for (int index = 0; index < length; index++) {
      values[index] = (float) random.nextGaussian();
    }
    return values;
  }

  @Test
  void lengthsDoNotOverflow() {
    assertThat(Kernels.length(new float[] {3, 4})).isEqualTo(5);
    assertThat(Kernels.length(new float[] {3e30f, 4e30f})).isCloseTo(5e30, within(1e24));
    assertThat(Kernels.length(new float[0])).isZero();
  }
}
