package io.matinee.cli.progress;

import io.matinee.cli.output.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Shows how many megabytes have gone over, and the time left, once a second. Used by one thread.
 */
public final class BytesProgress {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Progress progress;
  private final long already;
  private final long total;
  private final InstantSource clock;
  private final Instant start;
  private Instant shown;
  private long moved;

  /**
   * Begins.
   *
   * @param already how many of the bytes went over before
   * @param total all bytes, those among them
   */
  public BytesProgress(Progress progress, long already, long total, InstantSource clock) {
    this.progress = progress;
    this.already = already;
    this.moved = already;
    this.total = total;
    this.clock = clock;
    this.start = clock.instant();
    this.shown = start;
  }

  /** Notes that more bytes have gone over. */
  public void add(int bytes) {
    moved += bytes;
    Instant now = clock.instant();
    if (!now.isBefore(shown.plus(PAUSE))) {
      shown = now;
      progress.show(ProgressState.ofBytes(moved, total, Wording.duration(left(now)) + " left"));
    }
  }

  private Duration left(Instant now) {
    double pace = (double) Duration.between(start, now).toMillis() / (moved - already);
    return Duration.ofMillis(Math.round(pace * (total - moved)));
  }
}
