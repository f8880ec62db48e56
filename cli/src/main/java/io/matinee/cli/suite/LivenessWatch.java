package io.matinee.cli.suite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for the ends of processes, and meanwhile asks them whether they live, at the pace of the
 * chart's liveness probe. Thread safe.
 */
final class LivenessWatch {
  static final Duration PERIOD = Duration.ofSeconds(10);
  static final int MOST_FAILURES = 3;

  private final LivenessProbe probe;
  private final Duration period;
  private final Clock clock;

  LivenessWatch(Clock clock) {
    this(new LivenessProbe(), PERIOD, clock);
  }

  LivenessWatch(LivenessProbe probe, Duration period, Clock clock) {
    this.probe = probe;
    this.period = period;
    this.clock = clock;
  }

  /**
   * Waits until a process ends, or has failed three times in a row to say that it lives.
   *
   * @param httpPort where the process listens
   * @param due from when on failures count also if it has not yet said that it lives
   * @return the last of its complaints; empty when it has ended
   */
  Optional<String> awaitEnd(ProcessHandle process, int httpPort, Instant due)
      throws InterruptedException {
    CompletableFuture<ProcessHandle> end = process.onExit();
    boolean starting = true;
    int failures = 0;
    while (!hasEnded(process, end)) {
      Optional<String> complaint = probe.complaint(httpPort);
      starting &= complaint.isPresent() && clock.instant().isBefore(due);
      failures = complaint.isEmpty() || starting ? 0 : failures + 1;
      if (failures == MOST_FAILURES) {
        return complaint;
      }
    }
    return Optional.empty();
  }

  /** Waits for a period; a process can have ended before its future is told. */
  private boolean hasEnded(ProcessHandle process, CompletableFuture<ProcessHandle> end)
      throws InterruptedException {
    try {
      end.get(period.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException notTold) {
      return !process.isAlive();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("waiting for the end of a process failed", impossible);
    }
  }
}
