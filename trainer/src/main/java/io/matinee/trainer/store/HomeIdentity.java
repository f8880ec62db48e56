package io.matinee.trainer.store;

import io.matinee.model.durable.DurableFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Holds a home and its tables to each other by an id that both keep. With the tables of another
 * home, or with new ones, the blobs of a home would be taken for orphans and deleted.
 */
public final class HomeIdentity {
  private final TrainerHome home;
  private final Database database;

  /** Compares a home, of which this process holds the lock, with the tables that it opened. */
  public HomeIdentity(TrainerHome home, Database database) {
    this.home = home;
    this.database = database;
  }

  /**
   * Makes sure that the two belong together; a new home and new tables do from now on.
   *
   * @throws IllegalStateException when they do not, with the fix
   * @throws IOException when the home cannot be read or written
   */
  public void require() throws IOException {
    Optional<String> ofHome = ofHome();
    Optional<String> ofTables = database.read(HomeIdentity::ofTables);
    if (ofTables.isPresent() ? !ofTables.equals(ofHome) : holdsBlobs()) {
      throw new IllegalStateException(
          "The tables are not those of the home %s, whose blobs they would let go of: start with the home (matinee.trainer.home) and the database (matinee.trainer.database.url) that belong together, or with a new home and a new database."
              .formatted(home.root()));
    }
    if (ofTables.isEmpty()) {
      String id = ofHome.isPresent() ? ofHome.get() : name();
      database.write(handle -> handle.execute("UPDATE ownership SET home_id = ?", id));
    }
  }

  private String name() throws IOException {
    String id = UUID.randomUUID().toString();
    DurableFiles.writeAtomically(
        home.identity(), ByteBuffer.wrap(id.getBytes(StandardCharsets.UTF_8)));
    return id;
  }

  private Optional<String> ofHome() throws IOException {
    Path file = home.identity();
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  private boolean holdsBlobs() throws IOException {
    try (Stream<Path> blobs = Files.list(home.blobs())) {
      return blobs.findAny().isPresent();
    }
  }

  private static Optional<String> ofTables(Handle handle) {
    return handle
        .createQuery("SELECT home_id FROM ownership WHERE home_id IS NOT NULL")
        .mapTo(String.class)
        .findOne();
  }
}
