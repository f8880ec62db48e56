package io.matinee.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BytesProgressTest {
  private final List<ProgressState> shown = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  @Test
  void showsMegabytesAndTheTimeLeftOnceASecond() {
    BytesProgress progress = new BytesProgress(display(), 0, 10_500_000, () -> now);
    progress.add(1_000_000);
    pass(Duration.ofMillis(999));
    progress.add(500_000);
    assertThat(shown).isEmpty();

    pass(Duration.ofMillis(1));
    progress.add(500_000);
    assertThat(shown).containsExactly(new ProgressState(2, 11, "MB", "4.3 s left"));

    progress.add(500_000);
    pass(Duration.ofSeconds(1));
    progress.add(7_500_000);
    assertThat(shown).last().isEqualTo(new ProgressState(10, 11, "MB", "0.1 s left"));
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private Progress display() {
    return new Progress() {
      @Override
      public void show(ProgressState state) {
        shown.add(state);
      }

      @Override
      public void close() {}
    };
  }
}
