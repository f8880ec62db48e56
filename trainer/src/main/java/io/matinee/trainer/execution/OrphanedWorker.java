package io.matinee.trainer.execution;

import io.matinee.model.durable.DurableFiles;
import io.matinee.trainer.store.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Ends a worker that a trainer which died has left running. (A worker ends by itself when it finds
 * its trainer gone; one that hangs does not find it.)
 */
final class OrphanedWorker {
  private static final Logger LOG = Logger.getLogger(OrphanedWorker.class);
  private static final String NOTE = "worker.json";
  private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

  private OrphanedWorker() {}

  /** Notes a run's process in its folder. */
  static void note(Path folder, ProcessHandle process) throws IOException {
    Instant started = process.info().startInstant().orElse(Instant.EPOCH);
    DurableFiles.writeAtomically(
        folder.resolve(NOTE),
        ByteBuffer.wrap(
            Json.write(new Note(process.pid(), started)).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Kills the process that a run's folder notes, if it is still the same one, and waits for its
   * end.
   */
  static void end(Path folder) throws IOException {
    noted(folder)
        .ifPresent(
            orphan -> {
              orphan.descendants().forEach(ProcessHandle::destroyForcibly);
              orphan.destroyForcibly();
              orphan.onExit().join();
            });
  }

  private static Optional<ProcessHandle> noted(Path folder) throws IOException {
    Path file = folder.resolve(NOTE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return read(file)
        .flatMap(
            note ->
                ProcessHandle.of(note.pid())
                    .filter(process -> isSame(process.info().startInstant(), note.started())));
  }

  /** A note that nobody can read must not keep the trainer from starting. */
  private static Optional<Note> read(Path file) throws IOException {
    try {
      return Optional.of(Json.read(Files.readString(file), Note.class));
    } catch (IllegalArgumentException unreadable) {
      LOG.warnf("%s is not the note of a worker: if one still runs, end it", file);
      return Optional.empty();
    }
  }

  private static boolean isSame(Optional<Instant> started, Instant noted) {
    return started
        .map(time -> Duration.between(time, noted).abs().compareTo(CLOCK_TICK) < 0)
        .orElse(false);
  }

  /**
   * A process.
   *
   * @param pid its id, which the system gives again to others
   * @param started when it was started
   */
  record Note(long pid, Instant started) {}
}
