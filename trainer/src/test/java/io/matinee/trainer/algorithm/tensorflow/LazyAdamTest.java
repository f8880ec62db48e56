package io.matinee.trainer.algorithm.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The corrected learning rate, without TensorFlow. */
class LazyAdamTest {

  @Test
  void theFirstStepIsCorrectedByBothDecays() {
    // sqrt(1 - .999) / (1 - .9) = sqrt(.001) / .1
    assertThat(LazyAdam.rate(1, 1)).isCloseTo((float) (Math.sqrt(.001) / .1), within(1e-4f));
  }

  @Test
  void lateStepsAreNotCorrected() {
    assertThat(LazyAdam.rate(.001, 100_000)).isCloseTo(.001f, within(1e-9f));
  }
}
