package io.matinee.cli.upload;

import io.matinee.cli.output.Wording;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Shows how many megabytes are sent, and the time left, once a second. Used by one thread. */
final class SendingProgress {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final long MEGABYTE = 1_000_000;

  private final Progress progress;
  private final long already;
  private final long total;
  private final InstantSource clock;
  private final Instant start;
  private Instant shown;
  private long sent;

  /**
   * Begins.
   *
   * @param already how many of the bytes were sent before
   * @param total the bytes to send, those among them
   */
  SendingProgress(Progress progress, long already, long total, InstantSource clock) {
    this.progress = progress;
    this.already = already;
    this.sent = already;
    this.total = total;
    this.clock = clock;
    this.start = clock.instant();
    this.shown = start;
  }

  /** Notes that more bytes are sent. */
  void sent(int bytes) {
    sent += bytes;
    Instant now = clock.instant();
    if (!now.isBefore(shown.plus(PAUSE))) {
      shown = now;
      progress.show(
          new ProgressState(
              sent / MEGABYTE,
              Math.ceilDiv(total, MEGABYTE),
              "MB",
              Wording.duration(left(now)) + " left"));
    }
  }

  private Duration left(Instant now) {
    double pace = (double) Duration.between(start, now).toMillis() / (sent - already);
    return Duration.ofMillis(Math.round(pace * (total - sent)));
  }
}
