package io.matinee.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymmetricEigenTest {

  /** [[2, 1], [1, 2]] stretches (1, 1) by 3 and (1, -1) by 1. */
  @Test
  void findsTheAxesOfASmallMatrix() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});

    int greater = eigen.values()[0] > eigen.values()[1] ? 0 : 1;
    assertThat(eigen.values()[greater]).isCloseTo(3, within(1e-12));
    assertThat(eigen.values()[1 - greater]).isCloseTo(1, within(1e-12));
    assertThat(eigen.vectors()[greater][0]).isCloseTo(eigen.vectors()[greater][1], within(1e-12));
  }

  /** Also of a matrix of which most eigenvalues are 0. */
  @ParameterizedTest
  @CsvSource({"1, 1", "20, 40", "20, 3", "65, 64"})
  void stretchesEachVectorByItsValue(int size, int rows) {
    double[][] matrix = new double[size][size];
    SplittableRandom random = new SplittableRandom(7);
    for (int row = 0; row < rows; row++) {
      double[] added = random.doubles(size, -1, 1).toArray();
      for (int index = 0; index < size; index++) {
        Vectors.add(added[index], added, matrix[index], 0);
      }
    }
    double[][] given = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);

    SymmetricEigen eigen = SymmetricEigen.of(matrix);

    for (int first = 0; first < size; first++) {
      double[] vector = eigen.vectors()[first];
      for (int index = 0; index < size; index++) {
        assertThat(Vectors.dot(given[index], vector, 0))
            .isCloseTo(eigen.values()[first] * vector[index], within(1e-9));
      }
      for (int second = 0; second <= first; second++) {
        assertThat(Vectors.dot(vector, eigen.vectors()[second], 0))
            .isCloseTo(first == second ? 1 : 0, within(1e-12));
      }
    }
  }
}
