package io.matinee.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final double NAN = Double.NaN;

  @Test
  void skipsUsersWithoutAFigure() {
    Estimate estimate = Bootstrap.mean(new double[] {1, NAN, 2, NAN}, 1, 500);
    assertThat(estimate.mean()).isEqualTo(1.5);
    assertThat(estimate.count()).isEqualTo(2);
    assertThat(estimate.low()).isEqualTo(1);
    assertThat(estimate.high()).isEqualTo(2);
  }

  @Test
  void isNothingWithoutUsers() {
    assertThat(Bootstrap.mean(new double[] {NAN}, 1, 10)).isEqualTo(Estimate.NONE);
    assertThat(Bootstrap.mean(new double[0], 1, 10)).isEqualTo(Estimate.NONE);
  }

  @Test
  void repeatsWithItsSeed() {
    double[] figures = {1, 5, 2, 8, 3, 9, 4};
    assertThat(Bootstrap.mean(figures, 3, 100)).isEqualTo(Bootstrap.mean(figures, 3, 100));
    assertThat(Bootstrap.mean(figures, 3, 100)).isNotEqualTo(Bootstrap.mean(figures, 4, 100));
  }

  /** The mean of 400 standard normals has a standard error of 1/20. */
  @Test
  void agreesWithTheNormalIntervalOfALargeSample() {
    Random random = new Random(5);
    double[] figures = random.doubles(400).map(ignored -> random.nextGaussian()).toArray();
    Estimate estimate = Bootstrap.mean(figures, 6, 4000);
    assertThat(estimate.high() - estimate.low()).isCloseTo(2 * 1.96 / 20, within(0.02));
    assertThat(estimate.mean()).isBetween(estimate.low(), estimate.high());
  }

  /** (1 + 3) / (1 + 3), not the mean of ratios; the user without ratings is left out. */
  @Test
  void dividesSumsByCounts() {
    Estimate estimate =
        Bootstrap.ratio(new double[] {4, 12, 0}, new double[] {1, 3, 0}, Math::sqrt, 1, 50);
    assertThat(estimate).isEqualTo(new Estimate(2, 2, 2, 2));
  }

  @Test
  void refusesWhatItCannotResample() {
    assertThatThrownBy(() -> Bootstrap.mean(new double[] {1}, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Leave-one-out figures 1 and 3: sqrt(1/2 * 2) = 1. */
  @Test
  void jackknifeByHand() {
    Estimate estimate = Jackknife.interval(2, new double[] {1, 3});
    assertThat(estimate.low()).isCloseTo(2 - 1.96, within(1e-12));
    assertThat(estimate.high()).isCloseTo(2 + 1.96, within(1e-12));
    assertThat(Jackknife.interval(2, new double[] {1}).low()).isNaN();
  }
}
