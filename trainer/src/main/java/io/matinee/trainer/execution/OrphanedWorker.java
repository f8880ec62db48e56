package io.matinee.trainer.execution;

import io.matinee.trainer.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends a worker that a trainer which died has left running. (A worker ends by itself when it finds
 * its trainer gone; one that hangs does not find it.)
 */
final class OrphanedWorker {
  private static final String NOTE = "worker.json";
  private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

  private OrphanedWorker() {}

  /** Notes a run's process in its folder. */
  static void note(Path folder, ProcessHandle process) throws IOException {
    Instant started = process.info().startInstant().orElse(Instant.EPOCH);
    Files.writeString(folder.resolve(NOTE), Json.write(new Note(process.pid(), started)));
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
    Note note = Json.read(Files.readString(file), Note.class);
    return ProcessHandle.of(note.pid())
        .filter(process -> isSame(process.info().startInstant(), note.started()));
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
