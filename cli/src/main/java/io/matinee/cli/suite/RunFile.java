package io.matinee.cli.suite;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matinee.cli.connection.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is written down of a running process, so that another command finds it.
 *
 * @param pid the process
 * @param birth tells it from a later process of that id, see {@link ProcessBirth}
 * @param startedAtMillis when it was started, in milliseconds since the epoch
 * @param port its gRPC port; of a supervisor the first one of its suite
 * @param httpPort its HTTP port; of a supervisor the first one of its suite
 * @param restarts how often it was started again since the suite was started
 * @param lastEnd when and how it ended last, unasked; empty when it did not
 */
public record RunFile(
    @JsonProperty("pid") long pid,
    @JsonProperty("birth") @JsonSetter(nulls = Nulls.AS_EMPTY) String birth,
    @JsonProperty("startedAtMillis") long startedAtMillis,
    @JsonProperty("port") int port,
    @JsonProperty("httpPort") int httpPort,
    @JsonProperty("restarts") int restarts,
    @JsonProperty("lastEnd") String lastEnd) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Describes a service's process that has just been started for the first time. */
  static RunFile of(ProcessHandle process, Service service, Ports ports) {
    return of(process, ports.grpc(service), ports.http(service), 0, "");
  }

  /** Describes the process that starts services again. */
  static RunFile ofSupervisor(ProcessHandle process, Ports ports) {
    return of(process, ports.firstGrpc(), ports.firstHttp(), 0, "");
  }

  /** Reads a file; empty when there is none that can be read. */
  static Optional<RunFile> read(Path file) {
    try {
      return Optional.of(JSON.readValue(file.toFile(), RunFile.class));
    } catch (IOException missingOrTorn) {
      return Optional.empty();
    }
  }

  /** Writes a file, whole or not at all, and makes its folder when there is none. */
  void write(Path file) {
    try {
      OwnerFolder.make(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      Path next = file.resolveSibling(file.getFileName() + ".next");
      JSON.writeValue(next.toFile(), this);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot write " + file, refused);
    }
  }

  /** Removes a file, when there is one. */
  static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot remove " + file, refused);
    }
  }

  /** Returns the same process, which has ended. */
  RunFile ended(String how) {
    return new RunFile(pid, birth, startedAtMillis, port, httpPort, restarts, how);
  }

  /** Returns the process that was started instead of this one. */
  RunFile again(ProcessHandle process) {
    return of(process, port, httpPort, restarts + 1, lastEnd);
  }

  /** Returns the process, if it still runs. */
  public Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> !birth.isEmpty() && ProcessBirth.of(process).equals(birth));
  }

  private static RunFile of(
      ProcessHandle process, int port, int httpPort, int restarts, String lastEnd) {
    return new RunFile(
        process.pid(),
        ProcessBirth.of(process),
        process.info().startInstant().map(Instant::toEpochMilli).orElse(0L),
        port,
        httpPort,
        restarts,
        lastEnd);
  }
}
