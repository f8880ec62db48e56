package io.matinee.trainer.algorithm.implicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.linear.Vectors;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.trainer.algorithm.likes.Likes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The half step against the normal equations of its paper, solved by elimination. */
class HalfStepTest {

  private static final int DIMENSIONS = 5;
  private static final int OTHERS = 12;
  private static final double REGULARISATION = .7;
  private static final double EXPONENT = .5;
  private static final double CONFIDENCE = 8;
  private static final FactorObjective.Implicit OBJECTIVE =
      new FactorObjective.Implicit(REGULARISATION, EXPONENT, CONFIDENCE, 0);

  private final float[] others = randomFactors();

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 12})
  void solvesTheNormalEquationsWhateverTheNumberOfLikes(int likes) {
    int[] columns = new int[likes];
    for (int position = 0; position < likes; position++) {
      columns[position] = position;
    }
    FactorRows fixed = fixed();
    FactorRows solved = FactorRows.zeros(2, DIMENSIONS);
    new HalfStep(fixed, solved, new Likes(new int[] {0, likes, likes}, columns), OTHERS, OBJECTIVE)
        .solve();

    double[] expected = byElimination(likes);
    for (int other = 0; other < OTHERS; other++) {
      double score = 0;
      for (int index = 0; index < DIMENSIONS; index++) {
        score += expected[index] * factor(other, index);
      }
      assertThat(Vectors.dot(row(fixed, other), row(solved, 0), 0))
          .as("the score of %d, on whichever axes", other)
          .isCloseTo(score, within(1e-6));
    }
    assertThat(row(solved, 1)).as("who likes nothing").containsOnly(0);
  }

  /** Each step lowers the loss, and the steps of a few iterations reach its least value. */
  @Test
  void comesNearTheSolutionByAFewSteps() {
    Likes likes = new Likes(new int[] {0, 4, 12}, new int[] {0, 2, 5, 7, 1, 3, 4, 6, 8, 9, 10, 11});
    FactorRows near = FactorRows.zeros(2, DIMENSIONS);
    HalfStep step = new HalfStep(fixed(), near, likes, OTHERS, OBJECTIVE);
    double[] losses = IntStream.range(0, 2).mapToDouble(time -> step.improve()).toArray();
    double least =
        new HalfStep(fixed(), FactorRows.zeros(2, DIMENSIONS), likes, OTHERS, OBJECTIVE).solve();

    assertThat(losses).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(losses[0]).isGreaterThan(least + 1e-5).isLessThan(12 * CONFIDENCE);
    assertThat(losses[1]).isCloseTo(least, within(1e-5));
    assertThat(least).isCloseTo(byDefinition(likes), within(1e-5));
  }

  /** The loss of the rows, cell by cell, on axes that both sides share. */
  private static double byDefinition(Likes likes) {
    FactorRows fixed = fixed();
    FactorRows copy = FactorRows.zeros(likes.rows(), DIMENSIONS);
    new HalfStep(fixed, copy, likes, OTHERS, OBJECTIVE).solve();
    double loss = 0;
    for (int row = 0; row < likes.rows(); row++) {
      int count = likes.count(row);
      double[] factors = row(copy, row);
      loss +=
          REGULARISATION
              * Math.sqrt(OTHERS + (CONFIDENCE - 1) * count)
              * Vectors.dot(factors, factors, 0);
      for (int other = 0; other < OTHERS; other++) {
        boolean liked =
            Arrays.binarySearch(
                    likes.columns(), likes.starts()[row], likes.starts()[row + 1], other)
                >= 0;
        double error = (liked ? 1 : 0) - Vectors.dot(row(fixed, other), factors, 0);
        loss += (liked ? CONFIDENCE : 1) * error * error;
      }
    }
    return loss;
  }

  private static FactorRows fixed() {
    float[] others = randomFactors();
    FactorRows fixed = FactorRows.zeros(OTHERS, DIMENSIONS);
    for (int other = 0; other < OTHERS; other++) {
      for (int index = 0; index < DIMENSIONS; index++) {
        fixed.values()[other * fixed.length() + index] = others[other * DIMENSIONS + index];
      }
    }
    return fixed;
  }

  private static double[] row(FactorRows rows, int row) {
    return Vectors.rows(rows.row(row), rows.length())[0];
  }

  /** Gauss-Jordan on Y'CY + l_u I and Y'C p; the first rows of Y are liked. */
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
      system[pivot][pivot] += REGULARISATION * Math.sqrt(OTHERS + (CONFIDENCE - 1) * likes);
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
