package io.matinee.cli.suite;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matinee.cli.connection.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What is written down of a running service, so that another command finds it.
 *
 * @param pid the process
 * @param startedAtMillis when it started, in milliseconds since the epoch; tells it from a later
 *     process of that id
 * @param port its gRPC port
 * @param httpPort its HTTP port
 */
public record RunFile(
    @JsonProperty("pid") long pid,
    @JsonProperty("startedAtMillis") long startedAtMillis,
    @JsonProperty("port") int port,
    @JsonProperty("httpPort") int httpPort) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Describes a process that has just been started. */
  static RunFile of(ProcessHandle process, Service service, Ports ports) {
    return new RunFile(
        process.pid(), startMillis(process), ports.grpc(service), ports.http(service));
  }

  /** Reads the file of a service; empty when there is none that can be read. */
  public static Optional<RunFile> read(SuiteHome home, Service service) {
    try {
      return Optional.of(JSON.readValue(home.runFile(service).toFile(), RunFile.class));
    } catch (IOException missingOrTorn) {
      return Optional.empty();
    }
  }

  /** Writes the file of a service. */
  void write(SuiteHome home, Service service) {
    try {
      JSON.writeValue(home.runFile(service).toFile(), this);
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot write " + home.runFile(service), refused);
    }
  }

  /** Removes the file of a service, when there is one. */
  static void remove(SuiteHome home, Service service) {
    Path file = home.runFile(service);
    try {
      Files.deleteIfExists(file);
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot remove " + file, refused);
    }
  }

  /** The process, if it still runs. */
  public Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> startMillis(process) == startedAtMillis);
  }

  private static long startMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
