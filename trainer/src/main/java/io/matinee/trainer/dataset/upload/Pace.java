package io.matinee.trainer.dataset.upload;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How quickly the bytes of a call must come, so that nobody holds a place by a few. */
final class Pace {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int LEAST_BYTES = 256 << 10;

  private final InstantSource clock;
  private Instant start;
  private long bytes;

  /** A pace that is kept from now on. */
  Pace(InstantSource clock) {
    this.clock = clock;
    this.start = clock.instant();
  }

  /**
   * Notes that bytes have come.
   *
   * @throws MatineeException DEADLINE_EXCEEDED when less than 256 KiB have in a minute
   */
  void came(int count) {
    bytes += count;
    Instant now = clock.instant();
    if (now.isBefore(start.plus(WINDOW))) {
      return;
    }
    if (bytes < LEAST_BYTES) {
      throw MatineeException.of(
          Reason.DEADLINE_EXCEEDED,
          "The upload has brought %,d bytes in a minute, and must bring %,d."
              .formatted(bytes, LEAST_BYTES));
    }
    start = now;
    bytes = 0;
  }
}
