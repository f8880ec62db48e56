package io.matinee.cli.suite;

import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.Service;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks services for their gRPC health. */
public final class HealthProbe {
  private static final long PATIENCE_MILLISECONDS = 2_000;

  private final Connection connection;

  /**
   * Makes a probe.
   *
   * @param connection to the services
   */
  public HealthProbe(Connection connection) {
    this.connection = connection;
  }

  /** Returns the health of the process as a whole; empty when it does not answer. */
  public Optional<ServingStatus> check(Service service) {
    try {
      return Optional.of(
          HealthGrpc.newBlockingStub(connection.channel(service))
              .withDeadlineAfter(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)
              .check(HealthCheckRequest.getDefaultInstance())
              .getStatus());
    } catch (StatusRuntimeException away) {
      return Optional.empty();
    }
  }
}
