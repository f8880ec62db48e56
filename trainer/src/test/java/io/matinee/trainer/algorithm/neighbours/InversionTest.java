package io.matinee.trainer.algorithm.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The inverse in tiles against elimination. */
class InversionTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 127, 128, 129, 300})
  void isWhatEliminationGives(int size) {
    double[][] matrix = positiveDefinite(size);
    SymmetricTiles tiles = tiles(matrix);

    Inversion.invert(tiles, () -> {});

    double[][] expected = Dense.inverse(matrix);
    double[] row = new double[size];
    for (int index = 0; index < size; index++) {
      Arrays.fill(row, 0);
      tiles.addRow(index, row);
      assertThat(row).containsExactly(expected[index], within(1e-12));
    }
  }

  @Test
  void hasTheSameBitsOnAnyNumberOfThreads() throws Exception {
    assertThat(Dense.on(2, InversionTest::inverted))
        .isEqualTo(Dense.on(1, InversionTest::inverted));
  }

  @Test
  void countsTheBytesOfTheLowerTriangle() {
    long tile = 128 * 128 * 8;
    assertThat(SymmetricTiles.bytes(128)).isEqualTo(tile);
    assertThat(SymmetricTiles.bytes(129)).isEqualTo(3 * tile);
    assertThat(SymmetricTiles.bytes(1_000_000)).isEqualTo(7813L * 7814 / 2 * tile);
    assertThat(Inversion.bytes(129)).isEqualTo(4 * tile);
  }

  private static double[] inverted() {
    SymmetricTiles tiles = tiles(positiveDefinite(300));
    Inversion.invert(tiles, () -> {});
    double[] sum = new double[300];
    for (int row = 0; row < 300; row++) {
      tiles.addRow(row, sum);
    }
    return sum;
  }

  private static SymmetricTiles tiles(double[][] matrix) {
    SymmetricTiles tiles = new SymmetricTiles(matrix.length);
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column <= row; column++) {
        tiles.add(row, column, matrix[row][column]);
      }
    }
    return tiles;
  }

  /** The diagonal outweighs the rest of each row. */
  private static double[][] positiveDefinite(int size) {
    SplittableRandom random = new SplittableRandom(size);
    double[][] matrix = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < row; column++) {
        matrix[row][column] = random.nextDouble() - .5;
        matrix[column][row] = matrix[row][column];
      }
      matrix[row][row] = size;
    }
    return matrix;
  }
}
