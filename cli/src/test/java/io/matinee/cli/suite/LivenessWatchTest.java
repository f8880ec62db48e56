package io.matinee.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("process")
class LivenessWatchTest {
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  private ProcessHandle process;

  @BeforeEach
  void startAProcess() throws IOException {
    process = new ProcessBuilder("sleep", "600").start().toHandle();
  }

  @AfterEach
  void endTheProcess() {
    process.destroyForcibly();
  }

  @Test
  void threeFailuresInARowAreAStandstillAndTwoAreNot() throws Exception {
    try (LivenessServer server = new LivenessServer(0, 200, 503, 503, 200, 503)) {
      assertThat(watch(() -> START).awaitEnd(process, server.port(), START))
          .contains(LivenessServer.COMPLAINT);
      assertThat(server.asked()).isEqualTo(7);
    }
  }

  @Test
  void whoStartsNeedNotListenBeforeItIsDue() throws Exception {
    int nobodyListens = FreePorts.find().firstHttp();
    AtomicInteger halfMinutes = new AtomicInteger();
    InstantSource time =
        () -> START.plus(Duration.ofSeconds(30).multipliedBy(halfMinutes.getAndIncrement()));

    assertThat(watch(time).awaitEnd(process, nobodyListens, START.plusSeconds(120)))
        .hasValueSatisfying(complaint -> assertThat(complaint).startsWith("no answer"));

    assertThat(halfMinutes).as("four failures before it is due, three after that").hasValue(7);
  }

  @Test
  void whoEndsIsNotAskedAnyMore() throws Exception {
    try (LivenessServer server = new LivenessServer(0, 200)) {
      process.destroyForcibly();
      process.onExit().join();

      assertThat(watch(() -> START).awaitEnd(process, server.port(), START)).isEmpty();
      assertThat(server.asked()).isZero();
    }
  }

  private static LivenessWatch watch(InstantSource time) {
    Clock clock = time.withZone(ZoneOffset.UTC);
    return new LivenessWatch(new LivenessProbe(), Duration.ofMillis(1), clock);
  }
}
