package io.matinee.runtime.following;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing waits between attempts, with full jitter above half, so that readers that lost the same
 * trainer do not come back at once. Not thread safe.
 */
final class Backoff {
  private static final double GROWTH = 1.6;

  private final Duration shortest;
  private final Duration longest;
  private final RandomGenerator random;
  private double next;

  Backoff(Duration shortest, Duration longest, RandomGenerator random) {
    this.shortest = shortest;
    this.longest = longest;
    this.random = random;
    this.next = shortest.toNanos();
  }

  /** Returns the next wait, between half of it and the whole of it. */
  Duration next() {
    double wait = next * (.5 + .5 * random.nextDouble());
    next = Math.min(next * GROWTH, longest.toNanos());
    return Duration.ofNanos((long) wait);
  }

  /** Begins again with the shortest wait: the last attempt went well. */
  void reset() {
    next = shortest.toNanos();
  }
}
