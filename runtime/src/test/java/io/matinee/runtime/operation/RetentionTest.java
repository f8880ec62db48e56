package io.matinee.runtime.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void keepsWhatEndedLastHoweverLongAgoItBegan() {
    Operation training = ended(0, 100);
    Operation first = ended(10, 11);
    Operation second = ended(20, 21);
    Retention two = new Retention(2, 1 << 20, Duration.ofDays(1));

    assertThat(two.expired(List.of(training, first, second), START.plusSeconds(101)))
        .containsExactly(first);
  }

  @Test
  void keepsTheLastWhoseResultsHaveRoomTogether() {
    Operation old = ended(0, 1);
    Operation middle = ended(2, 3);
    Operation last = ended(4, 5);
    int roomOfTwo = 2 * last.result().length();
    Instant now = START.plusSeconds(6);

    assertThat(ofRoom(roomOfTwo).expired(List.of(old, middle, last), now)).containsExactly(old);
    assertThat(ofRoom(roomOfTwo - 1).expired(List.of(old, middle, last), now))
        .containsExactly(middle, old);
  }

  private static Retention ofRoom(long resultBytes) {
    return new Retention(100, resultBytes, Duration.ofDays(1));
  }

  private static Operation ended(long begun, long ended) {
    Submission submission = new Submission("from-" + begun, "models/m", Optional.empty(), "");
    return Operation.begun("train", submission, START.plusSeconds(begun))
        .succeeded("result", START.plusSeconds(ended));
  }
}
