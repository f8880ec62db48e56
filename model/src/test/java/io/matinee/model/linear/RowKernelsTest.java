package io.matinee.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernels against sums one by one, of rows in any order. */
class RowKernelsTest {

  private static final int ALL = 20;
  private static final int FROM = 2;

  private final SplittableRandom random = new SplittableRandom(3);

  @ParameterizedTest
  @CsvSource({"1, 0", "16, 1", "17, 4", "64, 7", "80, 9"})
  void multipliesAndAddsChosenRows(int dimensions, int count) {
    int length = RowKernels.padded(dimensions);
    float[] matrix = values(ALL * length);
    float[] vector = values(length);
    float[] weights = values(count);
    int[] rows = random.ints(FROM + count, 0, ALL).toArray();
    float[] products = new float[count];
    float[] sums = vector.clone();

    RowKernels.multiply(matrix, rows, FROM, count, vector, products);
    RowKernels.addWeighted(matrix, rows, FROM, count, weights, sums);

    assertThat(length).isGreaterThanOrEqualTo(dimensions).isLessThan(dimensions + 16);
    for (int next = 0; next < count; next++) {
      double product = 0;
      for (int index = 0; index < length; index++) {
        product += (double) vector[index] * matrix[rows[FROM + next] * length + index];
      }
      assertThat((double) products[next]).isCloseTo(product, within(1e-5));
    }
    for (int index = 0; index < length; index++) {
      double sum = vector[index];
      for (int next = 0; next < count; next++) {
        sum += (double) weights[next] * matrix[rows[FROM + next] * length + index];
      }
      assertThat((double) sums[index]).isCloseTo(sum, within(1e-5));
    }
  }

  private float[] values(int length) {
    float[] values = new float[length];
    for (int index = 0; index < length; index++) {
      values[index] = random.nextFloat() - .5f;
    }
    return values;
  }
}
