package io.matinee.runtime.validation;

import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Comparator;

/**
 * The content of a Timestamp or Duration, which may lie out of their ranges.
 *
 * @param seconds whole seconds
 * @param nanos the part of a second, in nanoseconds
 */
record Moment(long seconds, int nanos) implements Comparable<Moment> {
  private static final Comparator<Moment> ORDER =
      Comparator.comparingLong(Moment::seconds).thenComparingInt(Moment::nanos);
  private static final int NANOS_PER_SECOND = 1_000_000_000;

  /** 0001-01-01T00:00:00Z. */
  private static final long FIRST_SECOND = -62_135_596_800L;

  /** 9999-12-31T23:59:59Z. */
  private static final long LAST_SECOND = 253_402_300_799L;

  /** About 10,000 years. */
  private static final long LONGEST = 315_576_000_000L;

  /** Returns the content of a message. */
  static Moment of(Message message) {
    return switch (message) {
      case Timestamp time -> new Moment(time.getSeconds(), time.getNanos());
      case Duration duration -> new Moment(duration.getSeconds(), duration.getNanos());
      default -> ofAny(message);
    };
  }

  /** Returns whether it is a point in time that protobuf knows: the years 1 to 9999. */
  boolean isTimestamp() {
    return seconds >= FIRST_SECOND
        && seconds <= LAST_SECOND
        && nanos >= 0
        && nanos < NANOS_PER_SECOND;
  }

  /** Returns whether it is a length of time that protobuf knows: 10,000 years either way. */
  boolean isDuration() {
    boolean oneSign = (seconds <= 0 || nanos >= 0) && (seconds >= 0 || nanos <= 0);
    return seconds >= -LONGEST
        && seconds <= LONGEST
        && Math.abs((long) nanos) < NANOS_PER_SECOND
        && oneSign;
  }

  @Override
  public int compareTo(Moment other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return Instant.ofEpochSecond(seconds, nanos).toString();
  }

  private static Moment ofAny(Message message) {
    var fields = message.getDescriptorForType();
    return new Moment(
        (Long) message.getField(fields.findFieldByName("seconds")),
        (Integer) message.getField(fields.findFieldByName("nanos")));
  }
}
