package io.matinee.trainer.algorithm.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Which epoch is kept, and when it is time to stop. */
class BestEpochTest {

  @Test
  void keepsTheLeastLossAndStopsAfterEpochsWithoutABetterOne() {
    BestEpoch<String> best = new BestEpoch<>(2);
    best.offer(OptionalDouble.of(.9), () -> "first");
    best.offer(OptionalDouble.of(.7), () -> "second");
    best.offer(OptionalDouble.of(.7), () -> "third");
    assertThat(best.exhausted()).isFalse();
    best.offer(OptionalDouble.of(.8), () -> "fourth");

    assertThat(best.exhausted()).isTrue();
    assertThat(best.kept()).isEqualTo("second");
  }

  @Test
  void withoutLossesKeepsTheNewest() {
    BestEpoch<String> best = new BestEpoch<>(1);
    best.offer(OptionalDouble.empty(), () -> "first");
    best.offer(OptionalDouble.empty(), () -> "second");

    assertThat(best.exhausted()).isFalse();
    assertThat(best.kept()).isEqualTo("second");
  }

  @Test
  void aLossThatIsNoNumberNeverWins() {
    BestEpoch<String> best = new BestEpoch<>(1);
    best.offer(OptionalDouble.of(.9), () -> "first");
    best.offer(OptionalDouble.of(Double.NaN), () -> "second");

    assertThat(best.kept()).isEqualTo("first");
  }
}
