package io.matinee.runtime.liveness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether one thread makes progress: asked again and again, it has the thread run something, and
 * tells for how long the thread has not come to it. Thread safe.
 */
final class Pulse {
  private final Heart heart;
  private final Clock clock;
  private final AtomicReference<@Nullable Instant> asked = new AtomicReference<>();

  Pulse(Heart heart, Clock clock) {
    this.heart = heart;
    this.clock = clock;
  }

  String name() {
    return heart.name();
  }

  /**
   * Returns for how long the thread has owed an answer; empty when it gave the last one. Asks for
   * another one if so.
   */
  Optional<Duration> owes() {
    Instant now = clock.instant();
    Instant since = asked.compareAndExchange(null, now);
    if (since != null) {
      return Optional.of(Duration.between(since, now));
    }
    try {
      heart.thread().execute(() -> asked.set(null));
    } catch (RuntimeException refused) {
      return Optional.of(Duration.ZERO); // it owes the answer from now on
    }
    return Optional.empty();
  }
}
