package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ReadingPaceTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void estimatesTheTimeLeftFromThePaceSoFar() {
    AtomicReference<Instant> now = new AtomicReference<>(START);
    ReadingPace pace = new ReadingPace(1_000, now::get);
    now.set(START.plusSeconds(6));
    assertThat(pace.at(250))
        .isEqualTo(new ImportProgress(ImportStage.READING, 0, 250, 1_000, 18.0));
    assertThat(pace.at(1_000).remainingSeconds()).isZero();
  }
}
