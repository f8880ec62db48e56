package io.matinee.cli.suite;

import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.ConnectionSettings;
import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The four services as four processes on loopback. Starting and stopping are safe from several
 * threads.
 */
public final class Suite {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration PROBE_PAUSE = Duration.ofMillis(50);
  private static final int TAIL_LINES = 15;

  private final SuiteHome home;
  private final Ports ports;
  private final ServiceCommand command;
  private final boolean background;
  private final Map<Service, ProcessHandle> processes = new EnumMap<>(Service.class);
  private boolean stopped;

  /**
   * Makes a suite; nothing is started yet.
   *
   * @param root the repository, whose modules are built
   * @param home the state's folder
   * @param ports where to listen
   * @param background whether the processes outlive the terminal
   */
  public Suite(Path root, SuiteHome home, Ports ports, boolean background) {
    this.home = home;
    this.ports = ports;
    this.command = new ServiceCommand(root, home, ports);
    this.background = background;
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
    List<Running> running = SuiteState.of(home).running();
    if (!running.isEmpty()) {
      throw new CommandFailure(
          ExitCode.PROCESS,
          "Matinee already runs from %s (%s, process %d): stop it with ./matinee down --home %s, or choose another --home"
              .formatted(
                  home.folder(),
                  running.getFirst().service().id(),
                  running.getFirst().pid(),
                  home.folder()));
    }
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
   * Stops all services; returns when no process of theirs is left. Does nothing the second time.
   */
  public synchronized void stop() {
    stopped = true;
    ProcessEnding.end(List.copyOf(processes.values()), GRACE);
    processes.keySet().forEach(service -> RunFile.remove(home, service));
    processes.clear();
  }

  /** Where the services listen. */
  public ConnectionSettings settings() {
    return ConnectionSettings.plain(ports.endpoints());
  }

  /** The process of a service. */
  public synchronized long pid(Service service) {
    ProcessHandle process = processes.get(service);
    if (process == null) {
      throw new IllegalStateException(service.id() + " was not started");
    }
    return process.pid();
  }

  /** The ports. */
  public Ports ports() {
    return ports;
  }

  /**
   * Tells of each service that ends while the suite is meant to run.
   *
   * @param listener takes the service and the last lines of its log
   */
  public synchronized void onEnd(BiConsumer<Service, List<String>> listener) {
    processes.forEach(
        (service, process) ->
            Thread.ofVirtual()
                .name("watch-" + service.id())
                .start(
                    () -> {
                      process.onExit().join();
                      tellUnlessStopped(service, listener);
                    }));
  }

  private void tellUnlessStopped(Service service, BiConsumer<Service, List<String>> listener) {
    synchronized (this) {
      if (stopped) {
        return;
      }
    }
    listener.accept(service, LogTail.of(home.log(service), TAIL_LINES));
  }

  private synchronized void launch(Service service) {
    if (stopped) {
      throw new CommandFailure(ExitCode.PROCESS, "stopped while starting");
    }
    ProcessBuilder builder =
        command
            .process(service)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(home.log(service).toFile());
    if (background) {
      builder.command().addFirst("nohup");
    }
    try {
      ProcessHandle process = builder.start().toHandle();
      processes.put(service, process);
      RunFile.of(process, service, ports).write(home, service);
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot start " + service.id(), refused);
    }
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

  private synchronized void requireAllAlive() {
    if (stopped) {
      throw new CommandFailure(ExitCode.PROCESS, "stopped while starting");
    }
    processes.forEach(
        (service, process) -> {
          if (!process.isAlive()) {
            throw failure(service, "ended while starting");
          }
        });
  }

  private CommandFailure failure(Service service, String problem) {
    String tail = String.join("\n  ", LogTail.of(home.log(service), TAIL_LINES));
    return new CommandFailure(
        ExitCode.PROCESS,
        "%s %s; the end of its log %s:%n  %s"
            .formatted(service.id(), problem, home.log(service), tail));
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
