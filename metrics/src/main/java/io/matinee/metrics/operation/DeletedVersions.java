package io.matinee.metrics.operation;

import io.matinee.metrics.evaluation.Registry;
import io.matinee.metrics.telemetry.EvaluationGauges;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.liveness.OwnedScheduler;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Looks again and again which of the exported versions were deleted, and exports them no more. */
public final class DeletedVersions implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(DeletedVersions.class);
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final Registry registry;
  private final EvaluationGauges gauges;
  private final OwnedScheduler scheduler = new OwnedScheduler("deleted-versions");

  /** Begins to look, each minute. */
  public DeletedVersions(Registry registry, EvaluationGauges gauges) {
    this.registry = registry;
    this.gauges = gauges;
    scheduler.every(PERIOD, this::look);
  }

  /** Looks once; a registry that is away is asked the next time. */
  void look() {
    try {
      gauges.modelVersions().stream()
          .filter(version -> !registry.has(version))
          .forEach(gauges::remove);
    } catch (MatineeException away) {
      LOG.debugf(away, "the registry was not asked which versions there are");
    }
  }

  /** Looks no more. */
  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
