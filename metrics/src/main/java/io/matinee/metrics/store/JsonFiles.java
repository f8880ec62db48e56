package io.matinee.metrics.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.matinee.model.durable.DurableFiles;
import io.matinee.model.durable.FullDisk;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * A folder of records, each in a JSON file of its own that is whole or absent, named by its id.
 * Thread-safe for different records.
 *
 * @param <T> the record
 */
public final class JsonFiles<T> {
  private static final Logger LOG = Logger.getLogger(JsonFiles.class);
  private static final String SUFFIX = ".json";
  private static final int MOST_BYTES = 1 << 20;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path folder;
  private final Class<T> type;

  private JsonFiles(Path folder, Class<T> type) {
    this.folder = folder;
    this.type = type;
  }

  /** Opens a folder, which is made when it is not there. */
  public static <T> JsonFiles<T> open(Path folder, Class<T> type) {
    try {
      Files.createDirectories(folder);
      return new JsonFiles<>(folder, type);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot use %s (%s); make it a folder that the service may write, or set MATINEE_METRICS_HOME to another"
              .formatted(folder, e),
          e);
    }
  }

  /** Returns all records; a file that cannot be read is logged and left where it is. */
  public List<T> readAll() {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> path.getFileName().toString().endsWith(SUFFIX))
          .flatMap(path -> read(path).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /** Returns a record; empty when there is none that can be read, which is logged. */
  public Optional<T> read(String id) {
    Path path = file(id);
    return Files.exists(path) ? read(path) : Optional.empty();
  }

  /**
   * Writes a record; when this returns it outlives a crash.
   *
   * @throws MatineeException STORAGE_FULL when there is no room for it
   */
  public void write(String id, T stored) {
    try {
      ByteBuffer content = ByteBuffer.wrap(JSON.writeValueAsBytes(stored));
      DurableFiles.writeAtomically(file(id), content);
    } catch (IOException e) {
      if (FullDisk.caused(e)) {
        throw MatineeException.of(
            Reason.STORAGE_FULL,
            "no room to store " + id + "; free space on the disk of matinee.metrics.home",
            e);
      }
      throw new UncheckedIOException("cannot store " + id, e);
    }
  }

  /** Deletes a record; one that is not there stays away. */
  public void delete(String id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + id, e);
    }
  }

  private Path file(String id) {
    return folder.resolve(id + SUFFIX);
  }

  private Optional<T> read(Path path) {
    try {
      if (Files.size(path) > MOST_BYTES) {
        LOG.warnf("%s is left out, it has more than %d bytes", path, MOST_BYTES);
        return Optional.empty();
      }
      return Optional.of(JSON.readValue(path.toFile(), type));
    } catch (IOException e) {
      LOG.warnf("%s is left out, it cannot be read: %s", path, e.getMessage());
      return Optional.empty();
    }
  }
}
