package io.matinee.trainer.api;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
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

  /** Reads a time, which its contract bounds. */
  static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
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
