package io.matinee.trainer.dataset.importing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How fast ratings are read: it tells the time that is left at the pace so far. Immutable. */
final class ReadingPace {
  private static final double MILLISECONDS = 1_000;

  private final long totalBytes;
  private final InstantSource clock;
  private final Instant start;

  /** Begins to read so many bytes. */
  ReadingPace(long totalBytes, InstantSource clock) {
    this.totalBytes = totalBytes;
    this.clock = clock;
    this.start = clock.instant();
  }

  /**
   * Returns how far the reading is.
   *
   * @param bytes the bytes that have been read, above 0
   */
  ImportProgress at(long bytes) {
    double seconds = Duration.between(start, clock.instant()).toMillis() / MILLISECONDS;
    long left = Math.max(0, totalBytes - bytes);
    return ImportProgress.reading(bytes, totalBytes, seconds / bytes * left);
  }
}
