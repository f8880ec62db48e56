package io.matinee.cli.suite;

import java.time.Duration;

/**
 * How long to wait before a process is started again: a second at first, twice as long after each
 * end that follows soon, a minute at most. Not thread safe.
 */
final class RestartPauses {

  /** Who lived so long is well: its next end counts as the first. */
  private static final Duration WELL = Duration.ofMinutes(5);

  private final Duration shortest;
  private final Duration longest;
  private Duration next;

  RestartPauses() {
    this(Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  RestartPauses(Duration shortest, Duration longest) {
    this.shortest = shortest;
    this.longest = longest;
    this.next = shortest;
  }

  /** Returns the pause before the next start of a process that lived so long. */
  Duration after(Duration life) {
    Duration pause = life.compareTo(WELL) >= 0 ? shortest : next;
    Duration doubled = pause.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    return pause;
  }
}
