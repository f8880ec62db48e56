package io.matinee.cli.command;

import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.Endpoint;
import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.suite.HealthProbe;
import io.matinee.cli.suite.RunFile;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.cli.suite.SuiteState;
import io.matinee.cli.view.ServiceStatus;
import io.matinee.proto.model.v1.ReaderStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what runs and what it has loaded. */
@Command(
    name = "status",
    description = {
      "Shows each service: its process when it runs from this home, its health and what it has loaded.",
      "Ends with 6 when a service does not answer."
    })
public final class StatusCommand implements Callable<Integer> {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;

  @Override
  public Integer call() {
    SuiteHome folder = connectionOptions.home();
    List<ServiceStatus> statuses;
    try (Connection connection = connectionOptions.open()) {
      statuses =
          Arrays.stream(Service.values())
              .map(service -> inspect(connection, folder, service))
              .toList();
    }
    boolean supervised = SuiteState.of(folder).supervised();
    output
        .console()
        .result(
            Map.of("services", statuses, "supervised", supervised),
            ServiceStatus.text(statuses, supervised));
    boolean allAnswer = statuses.stream().allMatch(ServiceStatus::answers);
    return (allAnswer ? ExitCode.OK : ExitCode.UNAVAILABLE).number();
  }

  private static ServiceStatus inspect(Connection connection, SuiteHome folder, Service service) {
    Optional<RunFile> written =
        SuiteState.of(folder)
            .written(service)
            .filter(file -> Endpoint.local(file.port()).equals(connection.endpoint(service)));
    Optional<ServingStatus> health = new HealthProbe(connection).check(service);
    return ServiceStatus.of(
        service,
        connection.endpoint(service).address(),
        written,
        health,
        health.flatMap(answer -> reader(connection, service)));
  }

  private static Optional<ReaderStatus> reader(Connection connection, Service service) {
    if (service == Service.TRAINER) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Clients(connection).readerStatus(service));
    } catch (StatusRuntimeException away) {
      return Optional.empty();
    }
  }
}
