package io.matinee.trainer.algorithm.tensorflow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matinee.model.snapshot.Epoch;
import io.matinee.runtime.error.MatineeException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said where steps were too large. */
class DivergenceTest {

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void namesTheEpochAndWhatHelps(double loss) {
    Epoch epoch = new Epoch(3, Map.of(Epoch.TRAINING_LOSS, 1., Epoch.VALIDATION_LOSS, loss));
    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> Divergence.check(epoch))
        .withMessageContaining("diverged in epoch 3")
        .withMessageContaining("lower learning-rate");
  }

  @Test
  void finiteLossesPass() {
    Epoch epoch = new Epoch(3, Map.of(Epoch.TRAINING_LOSS, 1e300));
    assertThatCode(() -> Divergence.check(epoch)).doesNotThrowAnyException();
  }
}
