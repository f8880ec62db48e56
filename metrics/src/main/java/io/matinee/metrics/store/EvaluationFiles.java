package io.matinee.metrics.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The files of evaluations: written beside, forced to disk, then renamed in one step. */
final class EvaluationFiles {
  private static final String SUFFIX = ".json";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path folder;

  EvaluationFiles(Path folder) {
    this.folder = folder;
  }

  static boolean isEvaluation(Path path) {
    return path.getFileName().toString().endsWith(SUFFIX);
  }

  StoredEvaluation read(Path path) throws IOException {
    return JSON.readValue(path.toFile(), StoredEvaluation.class);
  }

  void write(StoredEvaluation stored) {
    String id = stored.evaluation().id();
    Path beside = folder.resolve(id + ".unfinished");
    try {
      byte[] content = JSON.writeValueAsBytes(stored);
      if (Files.getFileStore(folder).getUsableSpace() < content.length) {
        throw MatineeException.of(Reason.STORAGE_FULL, "no room to store the evaluation");
      }
      writeForced(beside, content);
      Files.move(beside, folder.resolve(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
      force(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot store the evaluation " + id, e);
    }
  }

  private static void writeForced(Path path, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer remaining = ByteBuffer.wrap(content);
      while (remaining.hasRemaining()) {
        channel.write(remaining);
      }
      channel.force(true);
    }
  }

  /** Makes a rename in the folder outlive a crash. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
