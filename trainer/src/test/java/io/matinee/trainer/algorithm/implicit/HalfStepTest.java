package io.matinee.trainer.algorithm.implicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.trainer.algorithm.likes.Likes;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The half step against the normal equations of its paper, solved by elimination. */
class HalfStepTest {

  private static final int DIMENSIONS = 5;
  private static final int OTHERS = 12;
  private static final double REGULARISATION = .7;
  private static final double CONFIDENCE = 8;

  private final float[] others = randomFactors();

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 12})
  void solvesTheNormalEquationsWhateverTheNumberOfLikes(int likes) {
    int[] columns = new int[likes];
    for (int position = 0; position < likes; position++) {
      columns[position] = position;
    }
    HalfStep step = new HalfStep(others, DIMENSIONS, REGULARISATION, CONFIDENCE);

    float[] solved = step.solve(new Likes(new int[] {0, likes, likes}, columns));

    double[] expected = byElimination(likes);
    for (int index = 0; index < DIMENSIONS; index++) {
      assertThat((double) solved[index]).isCloseTo(expected[index], within(1e-6));
      assertThat(solved[DIMENSIONS + index]).as("who likes nothing").isZero();
    }
  }

  /** Gauss-Jordan on Y'CY + l2 I and Y'C p; the first rows of Y are liked. */
  private double[] byElimination(int likes) {
    double[][] system = new double[DIMENSIONS][DIMENSIONS + 1];
    for (int other = 0; other < OTHERS; other++) {
      double confidence = other < likes ? CONFIDENCE : 1;
      for (int row = 0; row < DIMENSIONS; row++) {
        for (int column = 0; column < DIMENSIONS; column++) {
          system[row][column] += confidence * factor(other, row) * factor(other, column);
        }
        system[row][DIMENSIONS] += other < likes ? confidence * factor(other, row) : 0;
      }
    }
    for (int pivot = 0; pivot < DIMENSIONS; pivot++) {
      system[pivot][pivot] += REGULARISATION;
    }
    for (int pivot = 0; pivot < DIMENSIONS; pivot++) {
      for (int row = 0; row < DIMENSIONS; row++) {
        double weight = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
        for (int column = pivot; column <= DIMENSIONS; column++) {
          system[row][column] -= weight * system[pivot][column];
        }
      }
    }
    double[] solution = new double[DIMENSIONS];
    for (int row = 0; row < DIMENSIONS; row++) {
      solution[row] = system[row][DIMENSIONS] / system[row][row];
    }
    return solution;
  }

  private double factor(int other, int index) {
    return others[other * DIMENSIONS + index];
  }

  private static float[] randomFactors() {
    SplittableRandom random = new SplittableRandom(5);
    float[] factors = new float[OTHERS * DIMENSIONS];
    for (int index = 0; index < factors.length; index++) {
      factors[index] = random.nextFloat() - .5f;
    }
    return factors;
  }
}
