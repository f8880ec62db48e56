package io.matinee.cli.suite;

import io.matinee.cli.connection.Endpoint;
import io.matinee.cli.connection.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs from a home, as its run files and the process table say. */
public final class SuiteState {
  private final SuiteHome home;

  private SuiteState(SuiteHome home) {
    this.home = home;
  }

  /** Returns the state of a home. */
  public static SuiteState of(SuiteHome home) {
    return new SuiteState(home);
  }

  /** Returns the services that run, in the order in which they start. */
  public List<Running> running() {
    return Arrays.stream(Service.values()).flatMap(service -> find(service).stream()).toList();
  }

  /** What was written down of a service, also when its process has ended and is started again. */
  public Optional<RunFile> written(Service service) {
    return RunFile.read(home.runFile(service));
  }

  /** Whether a process starts again what ends unasked. */
  public boolean supervised() {
    return supervisor().isPresent();
  }

  Optional<ProcessHandle> supervisor() {
    return RunFile.read(home.supervisorFile()).flatMap(RunFile::process);
  }

  /**
   * Returns where the services of the home listen, also those that have ended and are started
   * again; empty when nothing runs.
   */
  public Map<Service, Endpoint> endpoints() {
    Map<Service, Endpoint> endpoints = new EnumMap<>(Service.class);
    if (supervised() || !running().isEmpty()) {
      for (Service service : Service.values()) {
        written(service).ifPresent(file -> endpoints.put(service, Endpoint.local(file.port())));
      }
    }
    return endpoints;
  }

  /**
   * Stops what runs; returns when no process is left. The supervisor is the first to go, alone, so
   * that it starts nothing again.
   *
   * @return what was stopped
   */
  public List<Running> stop() {
    List<Running> stopped = running();
    supervisor().ifPresent(supervisor -> ProcessEnding.endAlone(supervisor, ProcessEnding.GRACE));
    RunFile.remove(home.supervisorFile());
    List<ProcessHandle> processes = new ArrayList<>();
    for (Service service : Service.values()) {
      written(service).flatMap(RunFile::process).ifPresent(processes::add);
    }
    ProcessEnding.end(processes, ProcessEnding.GRACE);
    Stream.of(Service.values()).forEach(service -> RunFile.remove(home.runFile(service)));
    return stopped;
  }

  private Optional<Running> find(Service service) {
    return written(service)
        .filter(file -> file.process().isPresent())
        .map(
            file ->
                new Running(
                    service,
                    file.pid(),
                    Instant.ofEpochMilli(file.startedAtMillis()),
                    file.port(),
                    file.httpPort()));
  }
}
