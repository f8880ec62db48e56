package io.matinee.runtime.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.runtime.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final SettableClock clock = new SettableClock();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final Progress progress =
      new Progress(List.of(new Heart("thinker", waiting::add)), Duration.ofSeconds(30), clock);

  @Test
  void isLostWhenAThreadOwesAnAnswerForTooLongAndComesBackWithIt() {
    assertThat(progress.call().getStatus()).isEqualTo(Status.UP);
    waiting.remove().run();
    assertThat(progress.call().getStatus()).isEqualTo(Status.UP);
    clock.advance(Duration.ofSeconds(30));
    assertThat(progress.call().getStatus()).isEqualTo(Status.UP);
    clock.advance(Duration.ofSeconds(1));
    HealthCheckResponse stuck = progress.call();
    assertThat(stuck.getStatus()).isEqualTo(Status.DOWN);
    assertThat(stuck.getData().orElseThrow()).containsEntry("thinker", "stands still for 31 s");
    assertThat(waiting).hasSize(1);
    waiting.remove().run();
    assertThat(progress.call().getStatus()).isEqualTo(Status.UP);
  }
}
