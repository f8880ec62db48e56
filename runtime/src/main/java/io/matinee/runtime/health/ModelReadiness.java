package io.matinee.runtime.health;

import io.matinee.runtime.following.FollowingStatus;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Readiness at {@code /q/health/ready}: the same as the process's gRPC health. */
@Singleton
@Readiness
public class ModelReadiness implements HealthCheck {
  private final HealthBoard board;

  @Inject
  ModelReadiness(HealthBoard board) {
    this.board = board;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("matinee").status(board.ready());
    board.status().ifPresent(status -> describe(status, response));
    return response.build();
  }

  private static void describe(FollowingStatus status, HealthCheckResponseBuilder response) {
    response
        .withData("alias", status.alias())
        .withData("loaded_version", status.loadedVersion().orElse(""))
        .withData("target_version", status.targetVersion().orElse(""))
        .withData("registry_connected", status.registry().connected())
        .withData(
            "registry_last_heard", status.registry().lastHeard().map(Instant::toString).orElse(""))
        .withData("stale", status.registry().stale());
    status
        .lastFailedLoad()
        .ifPresent(
            failure ->
                response.withData(
                    "last_failed_load", failure.version() + ": " + failure.message()));
  }
}
