package io.matinee.metrics.api;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.following.FailedLoad;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The last version that was opened, and the last one that could not be. Thread-safe. */
@Singleton
class ReaderLog {
  private final Clock clock;
  private final AtomicReference<Optional<Load>> lastLoad = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<FailedLoad>> lastFailure =
      new AtomicReference<>(Optional.empty());

  ReaderLog(Clock clock) {
    this.clock = clock;
  }

  /**
   * A version that was opened.
   *
   * @param version its name
   * @param time when
   */
  record Load(String version, Instant time) {}

  void loaded(String version) {
    lastLoad.set(Optional.of(new Load(version, clock.instant())));
  }

  void failed(String version, MatineeException failure) {
    lastFailure.set(
        Optional.of(
            new FailedLoad(version, clock.instant(), failure.reason(), failure.getMessage())));
  }

  Optional<Load> lastLoad() {
    return lastLoad.get();
  }

  Optional<FailedLoad> lastFailure() {
    return lastFailure.get();
  }
}
