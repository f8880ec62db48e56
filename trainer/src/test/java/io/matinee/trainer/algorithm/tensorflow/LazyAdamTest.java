package io.matinee.trainer.algorithm.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The corrected rate of a step, without TensorFlow. */
class LazyAdamTest {

  @Test
  void theFirstStepIsTheRateItself() {
    // sqrt(1 - .999) / (1 - .9) for the bias, (1 - .9) / sqrt(1 - .999) for the scale
    assertThat(LazyAdam.rate(.001, 1)).isCloseTo(.001f, within(1e-9f));
  }

  @Test
  void lateStepsAreCorrectedForTheScaleAlone() {
    float scale = (float) (.1 / Math.sqrt(.001));

    assertThat(LazyAdam.rate(.001, 100_000)).isCloseTo(.001f * scale, within(1e-7f));
  }
}
