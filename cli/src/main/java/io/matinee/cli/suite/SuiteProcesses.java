package io.matinee.cli.suite;

import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The processes of a suite, each with its run file. Once they are stopped none is started any more.
 * Thread safe.
 */
final class SuiteProcesses {
  private static final Redirect NO_INPUT = Redirect.from(new File("/dev/null"));
  private static final long LARGEST_OUTPUT = 1 << 20;

  private final SuiteHome home;
  private final Ports ports;
  private final ServiceCommand command;
  private final boolean background;
  private final Map<Service, Process> running = new EnumMap<>(Service.class);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Makes a suite without processes; in the background they outlive the terminal. */
  SuiteProcesses(Path root, SuiteHome home, Ports ports, boolean background) {
    this(root, home, ports, background, List.of());
  }

  /** The same, whose trainer may import by URI what lies below some folders. */
  SuiteProcesses(
      Path root, SuiteHome home, Ports ports, boolean background, List<Path> importRoots) {
    this.home = home;
    this.ports = ports;
    this.command = new ServiceCommand(root, home, ports, importRoots);
    this.background = background;
  }

  /** Starts a service for the first time. */
  synchronized void start(Service service) {
    requireRunning();
    Process process = process(service, Redirect.to(home.output(service).toFile()));
    RunFile.of(process.toHandle(), service, ports).write(home.runFile(service));
  }

  /** Starts a service again that ended unasked. */
  synchronized Process restart(Service service, RunFile ended) {
    requireRunning();
    Process process = process(service, Redirect.appendTo(tidied(home.output(service)).toFile()));
    try {
      ended.again(process.toHandle()).write(home.runFile(service));
    } catch (UncheckedIOException refused) {
      process.destroyForcibly().onExit().join();
      throw refused;
    }
    return process;
  }

  /** Returns the processes that were started and not stopped, alive or not. */
  synchronized Map<Service, ProcessHandle> all() {
    Map<Service, ProcessHandle> all = new EnumMap<>(Service.class);
    running.forEach((service, process) -> all.put(service, process.toHandle()));
    return all;
  }

  /**
   * Returns the process of a service, if this one started it: only then it hears the exit status.
   */
  synchronized Optional<Process> child(Service service) {
    return Optional.ofNullable(running.get(service));
  }

  /** Whether none is started any more. */
  boolean stopped() {
    return stopped.getCount() == 0;
  }

  /** Waits until none is started any more, but no longer than given; returns whether that is so. */
  boolean awaitStop(Duration limit) throws InterruptedException {
    return stopped.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Starts none any more from here on. */
  synchronized void freeze() {
    stopped.countDown();
  }

  /** Ends all with what they started; returns when none is left. Does nothing the second time. */
  synchronized void stop() {
    stopped.countDown();
    ProcessEnding.end(all().values(), ProcessEnding.GRACE);
    running.keySet().forEach(service -> RunFile.remove(home.runFile(service)));
    running.clear();
  }

  private void requireRunning() {
    if (stopped()) {
      throw new CommandFailure(ExitCode.PROCESS, "stopped while starting");
    }
  }

  private Process process(Service service, Redirect output) {
    ProcessBuilder builder =
        command.logging(service).redirectInput(NO_INPUT).redirectOutput(output);
    if (background) {
      builder.command().addFirst("nohup");
    }
    try {
      Process process = builder.start();
      running.put(service, process);
      return process;
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot start " + service.id(), refused);
    }
  }

  /** Little is said beside the log, but at every start: one file of it and the one before stay. */
  private static Path tidied(Path output) {
    try {
      if (Files.exists(output) && Files.size(output) > LARGEST_OUTPUT) {
        Files.move(
            output,
            output.resolveSibling(output.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      return output;
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot tidy " + output, refused);
    }
  }
}
