package io.matinee.metrics.api;

import io.matinee.metrics.evaluation.Registry;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.liveness.OwnedScheduler;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Reports again and again that work reads a version, and at last that none does. */
final class VersionHold implements Registry.Hold {
  private static final Logger LOG = Logger.getLogger(VersionHold.class);
  private static final Duration SHORTEST = Duration.ofMillis(100);

  private final OwnedScheduler renewals = new OwnedScheduler("version-hold");
  private final Runnable release;

  /**
   * A hold that has been reported.
   *
   * @param report reports it once and returns how long the report holds
   * @param release reports that the version is read no more, without waiting
   */
  VersionHold(Supplier<Duration> report, Runnable release) {
    this.release = release;
    Duration third = report.get().dividedBy(3);
    renewals.every(third.compareTo(SHORTEST) < 0 ? SHORTEST : third, () -> renew(report));
  }

  @Override
  public void close() {
    renewals.shutdownNow();
    release.run();
  }

  private static void renew(Supplier<Duration> report) {
    try {
      var unused = report.get();
    } catch (MatineeException notTaken) {
      LOG.debugf(notTaken, "a hold was not renewed");
    }
  }
}
