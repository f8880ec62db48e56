package io.matinee.runtime.following;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;

/**
 * Calls that are made to a model before it answers any, so that the code that answers is compiled
 * and the first caller waits no longer than the others.
 */
public final class WarmCalls {
  private static final int MOST = 1_000;
  private static final Duration LONGEST = Duration.ofMillis(500);

  private WarmCalls() {}

  /**
   * Makes a thousand calls, or half a second of them, since readiness waits for their end.
   *
   * @param clock tells when the time is over
   * @param call takes the call's number, from 0
   */
  public static void make(Clock clock, IntConsumer call) {
    Instant end = clock.instant().plus(LONGEST);
    for (int number = 0; number < MOST && clock.instant().isBefore(end); number++) {
      call.accept(number);
    }
  }
}
