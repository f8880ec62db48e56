package io.matinee.trainer.training;

import io.matinee.trainer.operation.OperationError;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.worker.ProgressEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * One worker, from its start to its end. {@link #follow} is for one thread; {@link #kill} may be
 * called by any.
 */
final class WorkerProcess {
  private static final Logger LOG = Logger.getLogger(WorkerProcess.class);

  private static final int TAIL_CHARACTERS = 4000;
  private static final String TENSORFLOW_ERRORS_ALONE = "2";

  private final Process process;
  private final Path log;

  private WorkerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a worker; its process is noted in the folder, its error stream goes to a file there. */
  static WorkerProcess start(WorkerCommand command, Path specification, Path folder)
      throws IOException {
    Path log = folder.resolve("worker.log");
    ProcessBuilder builder =
        new ProcessBuilder(command.running(specification))
            .redirectError(ProcessBuilder.Redirect.to(log.toFile()));
    builder.environment().putIfAbsent("TF_CPP_MIN_LOG_LEVEL", TENSORFLOW_ERRORS_ALONE);
    Process process = builder.start();
    OrphanedWorkers.note(folder, process.toHandle());
    return new WorkerProcess(process, log);
  }

  /**
   * Reads a worker's news until it ends.
   *
   * @return why it failed, or empty when it ended well
   */
  Optional<OperationError> follow(Consumer<ProgressEvent> listener)
      throws IOException, InterruptedException {
    WorkerEnd end = new WorkerEnd();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Optional<ProgressEvent> event = parse(line);
        event.ifPresent(end::heard);
        event.ifPresent(listener);
      }
    }
    int status = process.waitFor();
    String tail = tail();
    Optional<OperationError> error = end.error(status, tail);
    if (error.isPresent()) {
      LOG.warnf("a worker ended with status %d: %s", status, tail);
    }
    return error;
  }

  /** Ends the worker at once. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.toHandle().destroyForcibly();
  }

  private static Optional<ProgressEvent> parse(String line) {
    try {
      return Optional.of(Json.read(line, ProgressEvent.class));
    } catch (IllegalArgumentException printedByALibrary) {
      LOG.debugf("a worker printed: %s", line);
      return Optional.empty();
    }
  }

  private String tail() throws IOException {
    try (InputStream bytes = Files.newInputStream(log)) {
      bytes.skipNBytes(Math.max(0, Files.size(log) - TAIL_CHARACTERS));
      return new String(bytes.readNBytes(TAIL_CHARACTERS), StandardCharsets.ISO_8859_1).strip();
    }
  }
}
