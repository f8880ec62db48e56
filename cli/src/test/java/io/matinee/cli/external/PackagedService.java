package io.matinee.cli.external;

import io.matinee.cli.connection.Service;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.Repository;
import io.matinee.cli.suite.ServiceCommand;
import io.matinee.cli.suite.SuiteHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One packaged service as a process of its own, with settings on top of those of a suite. */
final class PackagedService implements AutoCloseable {
  private static final String LAST_LINE_OF_A_START = " started in ";
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final List<String> output = Collections.synchronizedList(new ArrayList<>());

  private PackagedService(Process process) {
    this.process = process;
  }

  /** Starts a service and waits until it answers. */
  static PackagedService start(
      Service service, SuiteHome home, Ports ports, Map<String, String> settings)
      throws IOException {
    PackagedService started = launch(List.of(), service, home, ports, settings);
    started.awaitStart();
    return started;
  }

  /**
   * Starts a service without waiting.
   *
   * @param wrapper words before the service's own command line
   */
  static PackagedService launch(
      List<String> wrapper,
      Service service,
      SuiteHome home,
      Ports ports,
      Map<String, String> settings)
      throws IOException {
    ProcessBuilder builder = new ServiceCommand(Repository.root(), home, ports).process(service);
    builder.command().addAll(0, wrapper);
    builder.environment().putAll(settings);
    return new PackagedService(builder.start());
  }

  /** Waits until the service answers. */
  void awaitStart() throws IOException {
    BufferedReader lines = process.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      output.add(line);
      if (line.contains(LAST_LINE_OF_A_START)) {
        Thread.ofVirtual().start(() -> readOn(lines));
        return;
      }
    }
    throw new AssertionError("the service ended while starting: " + output);
  }

  private void readOn(BufferedReader lines) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
      }
    } catch (IOException ended) {
      output.add("(" + ended.getMessage() + ")");
    }
  }

  /** Waits for the end of a service that does not start; returns all that it said. */
  List<String> awaitRefusal() throws IOException {
    try (BufferedReader lines = process.inputReader()) {
      return lines.lines().toList();
    }
  }

  /** Waits for the end; returns the exit status. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the service does not end: " + output);
    }
    return process.exitValue();
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /** Asks the service to end, as the system does: SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Ends the service as kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Ends the service and all that it started. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }
}
