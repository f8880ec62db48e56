package io.matinee.cli.view;

import com.google.protobuf.util.Timestamps;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.matinee.cli.connection.Service;
import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.cli.suite.RunFile;
import io.matinee.proto.model.v1.ReaderStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a service.
 *
 * @param service its name
 * @param endpoint where it was asked
 * @param pid its process; 0 when it does not run from this home
 * @param restarts how often it was started again since ./matinee up
 * @param lastEnd when and how its process ended last, unasked; empty when it did not
 * @param health the answer of its health check, or "away"
 * @param aliases what it has loaded of each alias that it follows
 * @param stale whether it has not heard the trainer for so long that the alias may point elsewhere
 * @param lastHeard when it heard the trainer last; empty for never, and for the trainer itself
 */
public record ServiceStatus(
    String service,
    String endpoint,
    long pid,
    int restarts,
    String lastEnd,
    String health,
    List<AliasStatus> aliases,
    boolean stale,
    String lastHeard) {
  private static final String AWAY = "away";
  private static final String UNSUPERVISED =
      "No supervisor runs: a service that ends stays away until ./matinee down and up.";

  /** Puts together what was found out. */
  public static ServiceStatus of(
      Service service,
      String endpoint,
      Optional<RunFile> written,
      Optional<ServingStatus> health,
      Optional<ReaderStatus> reader) {
    return new ServiceStatus(
        service.id(),
        endpoint,
        written.filter(file -> file.process().isPresent()).map(RunFile::pid).orElse(0L),
        written.map(RunFile::restarts).orElse(0),
        written.map(RunFile::lastEnd).orElse(""),
        health.map(Enum::name).orElse(AWAY),
        reader.map(ServiceStatus::followed).orElse(List.of()),
        reader.map(ReaderStatus::getStale).orElse(false),
        reader
            .filter(ReaderStatus::hasLastHeardTime)
            .map(status -> Timestamps.toString(status.getLastHeardTime()))
            .orElse(""));
  }

  private static List<AliasStatus> followed(ReaderStatus reader) {
    return reader.getAliasesList().stream()
        .map(alias -> AliasStatus.of(alias, reader.hasLastHeardTime()))
        .toList();
  }

  /** Whether the service answered. */
  public boolean answers() {
    return !health.equals(AWAY);
  }

  /**
   * Several services as text.
   *
   * @param supervised whether those that run from this home are started again when they end
   */
  public static String text(List<ServiceStatus> statuses, boolean supervised) {
    boolean alone = !supervised && statuses.stream().anyMatch(status -> status.pid != 0);
    return alone ? table(statuses) + System.lineSeparator() + UNSUPERVISED : table(statuses);
  }

  private static String table(List<ServiceStatus> statuses) {
    Table table =
        Table.of(
            "service",
            "endpoint",
            ">process",
            ">restarts",
            "health",
            "alias",
            "loaded",
            "alias points at",
            "trouble");
    statuses.forEach(status -> status.addTo(table));
    return table.text();
  }

  /** A row for the service and its first alias, and one for each further alias. */
  private void addTo(Table table) {
    Optional<AliasStatus> first = aliases.stream().findFirst();
    table.row(
        service,
        endpoint,
        pid == 0 ? Wording.ABSENT : Long.toString(pid),
        Integer.toString(restarts),
        health,
        Wording.orAbsent(first.map(AliasStatus::alias).orElse("")),
        Wording.orAbsent(first.map(AliasStatus::loaded).orElse("")),
        Wording.orAbsent(first.map(AliasStatus::target).orElse("")),
        Wording.orAbsent(troubles(first.map(AliasStatus::trouble).orElse(""))));
    aliases.stream()
        .skip(1)
        .forEach(
            alias ->
                table.row(
                    "",
                    "",
                    "",
                    "",
                    "",
                    alias.alias(),
                    Wording.orAbsent(alias.loaded()),
                    Wording.orAbsent(alias.target()),
                    Wording.orAbsent(alias.trouble())));
  }

  private String troubles(String ofAlias) {
    return Stream.of(lastEnd.isEmpty() ? "" : "ended " + lastEnd, stale ? staleness() : "", ofAlias)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private String staleness() {
    return "stale: the trainer was "
        + (lastHeard.isEmpty() ? "never heard" : "last heard " + lastHeard);
  }
}
