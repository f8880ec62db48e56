package io.matinee.runtime.call;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.time.Duration;

/** How long a caller of WaitOperation wants to wait. */
public final class WaitTime {
  private static final Duration LONGEST = Duration.ofHours(1);

  private WaitTime() {}

  /**
   * Reads the field {@code timeout}.
   *
   * @return the time, an hour at most
   * @throws MatineeException INVALID_REQUEST naming the field when it is negative
   */
  public static Duration of(com.google.protobuf.Duration timeout) {
    if (timeout.getSeconds() < 0 || timeout.getNanos() < 0) {
      String problem = "must be a duration of 0 s or more";
      throw MatineeException.of(Reason.INVALID_REQUEST, "timeout " + problem)
          .onField("timeout", problem);
    }
    return timeout.getSeconds() >= LONGEST.getSeconds()
        ? LONGEST
        : Duration.ofSeconds(timeout.getSeconds(), timeout.getNanos());
  }
}
