package io.matinee.cli.view;

import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.matinee.cli.connection.Service;
import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.cli.suite.Running;
import io.matinee.proto.model.v1.FailedLoad;
import io.matinee.proto.model.v1.ReaderStatus;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a service.
 *
 * @param service its name
 * @param endpoint where it was asked
 * @param pid its process; 0 when it does not run from this home
 * @param health the answer of its health check, or "away"
 * @param loaded the version that it has loaded; empty for none
 * @param target the version that its alias points at; empty for none
 * @param trouble the last load that failed; empty for none
 */
public record ServiceStatus(
    String service,
    String endpoint,
    long pid,
    String health,
    String loaded,
    String target,
    String trouble) {
  private static final String AWAY = "away";

  /** Puts together what was found out. */
  public static ServiceStatus of(
      Service service,
      String endpoint,
      Optional<Running> process,
      Optional<ServingStatus> health,
      Optional<ReaderStatus> reader) {
    return new ServiceStatus(
        service.id(),
        endpoint,
        process.map(Running::pid).orElse(0L),
        health.map(Enum::name).orElse(AWAY),
        reader.map(ReaderStatus::getLoadedVersion).orElse(""),
        reader.map(ReaderStatus::getTargetVersion).orElse(""),
        reader
            .filter(ReaderStatus::hasLastFailedLoad)
            .map(ReaderStatus::getLastFailedLoad)
            .map(ServiceStatus::describe)
            .orElse(""));
  }

  /** Whether the service answered. */
  public boolean answers() {
    return !health.equals(AWAY);
  }

  /** Several services as a table. */
  public static String table(List<ServiceStatus> statuses) {
    Table table =
        Table.of(
            "service", "endpoint", ">process", "health", "loaded", "alias points at", "trouble");
    statuses.forEach(
        status ->
            table.row(
                status.service,
                status.endpoint,
                status.pid == 0 ? Wording.ABSENT : Long.toString(status.pid),
                status.health,
                Wording.orAbsent(status.loaded),
                Wording.orAbsent(status.target),
                Wording.orAbsent(status.trouble)));
    return table.text();
  }

  private static String describe(FailedLoad load) {
    return "%s: %s: %s".formatted(load.getModelVersion(), load.getReason(), load.getMessage());
  }
}
