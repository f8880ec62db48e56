package io.matinee.cli.suite;

import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.ConnectionSettings;
import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The four services as four processes on loopback. Starting and stopping are safe from several
 * threads.
 */
public final class Suite {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration PROBE_PAUSE = Duration.ofMillis(50);
  private static final int TAIL_LINES = 15;

  private final SuiteHome home;
  private final Ports ports;
  private final Path root;
  private final SuiteProcesses processes;
  private final Map<Service, ServiceLogs.Mark> before = new EnumMap<>(Service.class);

  /**
   * Makes a suite; nothing is started yet.
   *
   * @param root the repository, whose modules are built
   * @param home the state's folder
   * @param ports where to listen
   * @param background whether the processes outlive the terminal
   */
  public Suite(Path root, SuiteHome home, Ports ports, boolean background) {
    this(root, home, ports, background, List.of());
  }

  /**
   * Makes a suite; nothing is started yet.
   *
   * @param root the repository, whose modules are built
   * @param home the state's folder
   * @param ports where to listen
   * @param background whether the processes outlive the terminal
   * @param importRoots what imports may read by URI, beside the home's data
   */
  public Suite(Path root, SuiteHome home, Ports ports, boolean background, List<Path> importRoots) {
    this.home = home;
    this.ports = ports;
    this.root = root;
    this.processes = new SuiteProcesses(root, home, ports, background, importRoots);
  }

  /**
   * Starts all services and waits until each answers; when one fails, the others are stopped.
   *
   * @throws CommandFailure when a port is taken, the home is in use, or a service ends or does not
   *     answer in time
   */
  public void start() {
    start(List.of(Service.values()));
  }

  /**
   * Starts some of the services in the given order and waits until each answers; when one fails,
   * the others are stopped.
   *
   * @param services which
   * @throws CommandFailure as {@link #start()}
   */
  public void start(List<Service> services) {
    requireNothingRuns();
    PortCheck.requireFree(ports);
    try {
      services.forEach(this::launch);
      awaitAnswers(services);
    } catch (RuntimeException failed) {
      stop();
      throw failed;
    }
  }

  /**
   * Starts services again that end from here on, as long as this process lives.
   *
   * @param listener takes the service, and what happened to it
   */
  public void supervise(BiConsumer<Service, String> listener) {
    RunFile.ofSupervisor(ProcessHandle.current(), ports).write(home.supervisorFile());
    new Supervision(home, processes, listener).begin();
  }

  /** Leaves a process behind that starts services again that end from here on. */
  public void leaveSupervisor() {
    Supervisor.start(root, home, ports);
  }

  /**
   * Stops all services; returns when no process of theirs is left. Does nothing the second time.
   */
  public void stop() {
    processes.stop();
    SuiteState.of(home)
        .supervisor()
        .filter(supervisor -> supervisor.equals(ProcessHandle.current()))
        .ifPresent(self -> RunFile.remove(home.supervisorFile()));
  }

  /** Where the services listen. */
  public ConnectionSettings settings() {
    return ConnectionSettings.plain(ports.endpoints());
  }

  /** Returns the process of a service. */
  public long pid(Service service) {
    ProcessHandle process = processes.all().get(service);
    if (process == null) {
      throw new IllegalStateException(service.id() + " was not started");
    }
    return process.pid();
  }

  /** Returns the ports. */
  public Ports ports() {
    return ports;
  }

  private void requireNothingRuns() {
    SuiteState state = SuiteState.of(home);
    List<Running> running = state.running();
    Optional<String> found =
        running.isEmpty()
            ? state.supervisor().map(process -> "its supervisor, process " + process.pid())
            : Optional.of(
                "%s, process %d"
                    .formatted(running.getFirst().service().id(), running.getFirst().pid()));
    if (found.isPresent()) {
      throw new CommandFailure(
          ExitCode.PROCESS,
          "Matinee already runs from %s (%s): stop it with ./matinee down --home %s, or choose another --home"
              .formatted(home.folder(), found.get(), home.folder()));
    }
  }

  private void launch(Service service) {
    before.put(service, ServiceLogs.mark(home, service));
    processes.start(service);
  }

  private void awaitAnswers(List<Service> services) {
    try (Connection connection = new Connection(settings(), START_LIMIT)) {
      HealthProbe probe = new HealthProbe(connection);
      long limit = System.nanoTime() + START_LIMIT.toNanos();
      for (Service service : services) {
        while (probe.check(service).isEmpty()) {
          requireAllAlive();
          if (System.nanoTime() > limit) {
            throw failure(service, "does not answer after " + START_LIMIT.toSeconds() + " s");
          }
          pause();
        }
        requireAllAlive();
      }
    }
  }

  private void requireAllAlive() {
    if (processes.stopped()) {
      throw new CommandFailure(ExitCode.PROCESS, "stopped while starting");
    }
    processes
        .all()
        .forEach(
            (service, process) -> {
              if (!process.isAlive()) {
                throw failure(service, "ended while starting");
              }
            });
  }

  private CommandFailure failure(Service service, String problem) {
    ServiceLogs left =
        ServiceLogs.since(before.getOrDefault(service, ServiceLogs.Mark.BEGINNING), home, service);
    String told = left.firstError().orElse("it told no error");
    return new CommandFailure(
        ExitCode.PROCESS,
        "%s %s: %s%nThe end of what is in %s and %s:%n  %s"
            .formatted(
                service.id(),
                problem,
                told,
                home.output(service),
                home.log(service),
                String.join("\n  ", left.tail(TAIL_LINES))));
  }

  private static void pause() {
    try {
      Thread.sleep(PROBE_PAUSE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.PROCESS, "interrupted while starting");
    }
  }
}
