package io.matinee.trainer.execution;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.worker.ProgressEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One worker, from its start to its end. {@link #follow} is for one thread; the others may be
 * called by any.
 */
final class WorkerProcess {
  private static final Logger LOG = Logger.getLogger(WorkerProcess.class);

  private static final int LONGEST_LINE = 1 << 16;
  private static final int TAIL_CHARACTERS = 4000;
  private static final String TENSORFLOW_ERRORS_ALONE = "2";

  private final Process process;
  private final Path log;
  private volatile boolean killed;
  private volatile boolean killedByOthers;

  private WorkerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a worker; its process is noted in the folder, its error stream goes to a file there. If
   * it cannot be noted, it has ended when this throws.
   */
  static WorkerProcess start(List<String> command, Path folder) throws IOException {
    Path log = folder.resolve("worker.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.to(log.toFile()));
    builder.environment().putIfAbsent("TF_CPP_MIN_LOG_LEVEL", TENSORFLOW_ERRORS_ALONE);
    WorkerProcess worker = new WorkerProcess(builder.start(), log);
    boolean noted = false;
    try {
      OrphanedWorker.note(folder, worker.process.toHandle());
      noted = true;
      return worker;
    } finally {
      if (!noted) {
        worker.kill();
        worker.awaitExit();
      }
    }
  }

  /**
   * Passes a worker's news on until it ends well.
   *
   * @throws MatineeException why it failed; CANCELLED when it was killed here
   */
  void follow(RunListener listener) throws IOException, InterruptedException {
    WorkerEnd end = new WorkerEnd();
    try (BufferedReader output = process.inputReader()) {
      BoundedLines lines = new BoundedLines(output, LONGEST_LINE);
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        line.flatMap(WorkerProcess::parse).ifPresent(event -> tell(event, end, listener));
      }
    }
    int status = process.waitFor();
    String tail = tail();
    Optional<MatineeException> failure = end.failure(status, tail);
    killedByOthers = !killed && end.wasKilled(status);
    if (failure.isPresent()) {
      throw explained(failure.get(), status, tail);
    }
  }

  private MatineeException explained(MatineeException failure, int status, String tail) {
    if (killed) {
      return MatineeException.of(Reason.CANCELLED, "The run was cancelled.");
    }
    LOG.warnf("a worker ended with status %d: %s", status, tail);
    return failure;
  }

  private static void tell(ProgressEvent event, WorkerEnd end, RunListener listener) {
    switch (event) {
      case ProgressEvent.StageStarted stage -> listener.stageStarted(stage);
      case ProgressEvent.EpochEnded epoch -> listener.epochEnded(epoch);
      case ProgressEvent.Done done -> end.done();
      case ProgressEvent.Failed failed -> end.failed(failed);
    }
  }

  /** Whether it was killed, and not by this program; known once it is no longer followed. */
  boolean wasKilledByOthers() {
    return killedByOthers;
  }

  /** Ends the worker at once. */
  void kill() {
    killed = true;
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.toHandle().destroyForcibly();
  }

  /** Waits for its end, however long a system takes to end what was killed. */
  void awaitExit() {
    process.onExit().join();
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
