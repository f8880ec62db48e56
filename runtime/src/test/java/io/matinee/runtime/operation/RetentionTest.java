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
    Retention two = new Retention(2, Duration.ofDays(1));

    assertThat(two.expired(List.of(training, first, second), START.plusSeconds(101)))
        .containsExactly(first);
  }

  private static Operation ended(long begun, long ended) {
    Submission submission = new Submission("from-" + begun, "models/m", Optional.empty(), "");
    return Operation.begun("train", submission, START.plusSeconds(begun))
        .succeeded("result", START.plusSeconds(ended));
  }
}
