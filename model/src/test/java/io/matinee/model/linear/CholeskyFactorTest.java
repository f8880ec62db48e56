package io.matinee.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A system worked by hand. */
class CholeskyFactorTest {

  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void solvesASystemByItsTwoHalves() {
    // A = [[4, 2], [2, 5]] = U'U with U = [[2, 1], [0, 2]]; A x = (10, 13) has x = (3/2, 2).
    CholeskyFactor factor = CholeskyFactor.of(new double[][] {{4, 2}, {0, 5}});
    double[] values = {10, 13};

    factor.solveTransposed(values);
    assertThat(values[0]).isCloseTo(5, EXACT);
    assertThat(values[1]).isCloseTo(4, EXACT);

    factor.solve(values);
    assertThat(values[0]).isCloseTo(3 / 2., EXACT);
    assertThat(values[1]).isCloseTo(2, EXACT);
  }

  @Test
  void givesAFiniteSolutionOfASingularSystem() {
    // x + y = 2 twice over.
    CholeskyFactor factor = CholeskyFactor.of(new double[][] {{1, 1}, {0, 1}});
    double[] values = {2, 2};

    factor.solveTransposed(values);
    factor.solve(values);
    assertThat(values[0] + values[1]).isCloseTo(2, within(1e-9));
  }
}
