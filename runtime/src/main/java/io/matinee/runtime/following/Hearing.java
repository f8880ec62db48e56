package io.matinee.runtime.following;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When the registry was heard last, and whether that is too long ago. Thread safe. */
final class Hearing {
  private final Clock clock;
  private final Duration staleAfter;
  private final Instant start;
  private volatile Optional<Instant> last = Optional.empty();

  /** Begins to wait for the registry's first word. */
  Hearing(Clock clock, Duration staleAfter) {
    this.clock = clock;
    this.staleAfter = staleAfter;
    this.start = clock.instant();
  }

  /** Notes that the registry is heard now. */
  void heard() {
    last = Optional.of(clock.instant());
  }

  /** Returns a status with what is known of the hearing at this moment. */
  FollowingStatus tell(FollowingStatus status) {
    Optional<Instant> heard = last;
    Duration silence = Duration.between(heard.orElse(start), clock.instant());
    return status.heard(heard, silence.compareTo(staleAfter) > 0);
  }
}
