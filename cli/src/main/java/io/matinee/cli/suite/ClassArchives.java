package io.matinee.cli.suite;

import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The classes that each service loads when it starts, recorded once per build by the JVM itself
 * (dynamic class data sharing, JEP 350), so that later starts map them instead of reading, checking
 * and linking them.
 */
public final class ClassArchives {
  private static final String ANY_PORT = "0";
  private static final String NO_PORT = "1";
  private static final int TAIL_LINES = 5;

  private final ServiceCommand command;
  private final SuiteHome home;

  /**
   * Makes the archives of a repository's services; nothing is recorded yet.
   *
   * @param root the repository, whose modules are built
   */
  public ClassArchives(Path root) {
    this.home = new SuiteHome(root.resolve(Path.of("target", "class-archives")));
    this.command = new ServiceCommand(root, home, Ports.DEFAULT);
  }

  /** Returns the services without an archive. */
  public List<Service> missing() {
    return Arrays.stream(Service.values())
        .filter(service -> !Files.exists(command.classArchive(service)))
        .toList();
  }

  /**
   * Has each service rehearse its start, on ports of its own, and returns when all have ended.
   *
   * @throws CommandFailure when one of them does not leave an archive
   */
  public void record(List<Service> services) {
    Map<Service, Process> processes = new EnumMap<>(Service.class);
    try {
      services.forEach(service -> processes.put(service, start(service)));
      processes.forEach(this::await);
    } finally {
      processes.values().forEach(Process::destroyForcibly);
    }
  }

  private Process start(Service service) {
    ProcessBuilder builder = command.recording(service).redirectOutput(home.log(service).toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_GRPC_SERVER_PORT", ANY_PORT,
                "QUARKUS_HTTP_PORT", ANY_PORT,
                "MATINEE_REGISTRY_PORT", NO_PORT,
                "MATINEE_START_REHEARSAL", "true"));
    try {
      return builder.start();
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot start " + service.id(), refused);
    }
  }

  private void await(Service service, Process process) {
    try {
      int code = process.waitFor();
      if (code == 0 && Files.exists(command.classArchive(service))) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    throw new CommandFailure(
        ExitCode.PROCESS,
        "%s left no class archive; the end of its log %s:%n  %s"
            .formatted(
                service.id(),
                home.log(service),
                String.join("\n  ", LogTail.of(home.log(service), TAIL_LINES))));
  }
}
