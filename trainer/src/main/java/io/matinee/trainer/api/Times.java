package io.matinee.trainer.api;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.time.Instant;

/** Times as contracts carry them. */
final class Times {
  private static final double NANOSECONDS = 1e9;

  private Times() {}

  static Timestamp of(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  static Timestamp ofSeconds(long seconds) {
    return Timestamp.newBuilder().setSeconds(seconds).build();
  }

  /**
   * Reads a time of a request.
   *
   * @param from the earliest that is meant
   * @param to the latest that is meant
   * @param field the field's path, e.g. {@code ratings[2].rate_time}
   * @throws MatineeException INVALID_REQUEST naming the field when the time lies elsewhere, or is
   *     none
   */
  static Instant within(Timestamp time, Instant from, Instant to, String field) {
    if (time.getSeconds() >= from.getEpochSecond()
        && time.getSeconds() <= to.getEpochSecond()
        && time.getNanos() >= 0
        && time.getNanos() < NANOSECONDS) {
      return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
    String problem = "is no time from %s to %s".formatted(from, to);
    throw MatineeException.of(Reason.INVALID_REQUEST, field + " " + problem + ".")
        .onField(field, problem);
  }

  static Duration of(java.time.Duration duration) {
    return Duration.newBuilder()
        .setSeconds(duration.getSeconds())
        .setNanos(duration.getNano())
        .build();
  }

  static Duration duration(double seconds) {
    return of(java.time.Duration.ofNanos((long) (seconds * NANOSECONDS)));
  }
}
