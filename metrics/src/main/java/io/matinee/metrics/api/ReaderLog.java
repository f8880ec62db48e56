package io.matinee.metrics.api;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.following.FailedLoad;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last version that was opened, and the last one that could not be. Thread-safe. */
@Singleton
class ReaderLog {
  private final Clock clock;
  private volatile @Nullable Load lastLoad;
  private volatile @Nullable FailedLoad lastFailure;

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
    lastLoad = new Load(version, clock.instant());
  }

  void failed(String version, MatineeException failure) {
    String message = String.valueOf(failure.getMessage());
    lastFailure = new FailedLoad(version, clock.instant(), failure.reason(), message);
  }

  Optional<Load> lastLoad() {
    return Optional.ofNullable(lastLoad);
  }

  Optional<FailedLoad> lastFailure() {
    return Optional.ofNullable(lastFailure);
  }
}
