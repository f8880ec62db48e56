package io.matinee.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RestartPausesTest {
  private final RestartPauses pauses = new RestartPauses();

  @Test
  void doublesUpToAMinuteAndBeginsAnewAfterALongLife() {
    long[] shortLives =
        IntStream.range(0, 8).mapToLong(end -> seconds(Duration.ofMinutes(1))).toArray();
    assertThat(shortLives).containsExactly(1, 2, 4, 8, 16, 32, 60, 60);
    assertThat(LongStream.of(seconds(Duration.ofMinutes(5)), seconds(Duration.ZERO)).toArray())
        .containsExactly(1, 2);
  }

  private long seconds(Duration life) {
    return pauses.after(life).toSeconds();
  }
}
