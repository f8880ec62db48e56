package io.matinee.trainer.algorithm.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.Heap;
import org.junit.jupiter.api.Test;

/** What a training says of its memory before it begins. */
class FactorisationMemoryTest {

  @Test
  void countsTheMoreOfDividingExamplesAndOfKeepingTables() {
    assertThat(FactorisationMemory.of(10, 52, 1_000_000).bytes()).isEqualTo(24_000_000);
    assertThat(FactorisationMemory.of(1_000_000, 52, 10).bytes())
        .isEqualTo(120 + 3 * 52 * 4_000_000L);
  }

  @Test
  void refusesWhatDoesNotFitNamingWhatWould() {
    FactorisationMemory need = FactorisationMemory.of(5_000_000, 52, 20_000_000);
    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> need.requireWithin(new Heap(2L << 30, 100 << 20)))
        .withMessageContaining("of the worker's 2.00 GB")
        .withMessageContaining("raise MATINEE_TRAINER_WORKER_MEMORY to 3")
        .withMessageContaining("lower dimensions")
        .extracting(MatineeException::reason)
        .isEqualTo(Reason.OUT_OF_MEMORY);
    assertThatCode(() -> need.requireWithin(new Heap(8L << 30, 100 << 20)))
        .doesNotThrowAnyException();
  }
}
