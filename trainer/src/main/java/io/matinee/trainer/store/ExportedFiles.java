package io.matinee.trainer.store;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Files for others: one is written at a time, since each may use all of the query engine's memory.
 * What is written becomes a blob that nothing refers to, and so is deleted after a day; the same
 * file is the same blob. Thread-safe.
 */
public final class ExportedFiles {
  private final BlobStore blobs;
  private final Staging staging;
  private final ReentrantLock exporting = new ReentrantLock();

  /** Files that are written in a staging and kept in a store. */
  public ExportedFiles(BlobStore blobs, Staging staging) {
    this.blobs = blobs;
    this.staging = staging;
  }

  /**
   * Has a file written. Waits while another one is.
   *
   * @param givenUp completes when nobody waits for it any more: then nothing of it stays
   * @return the blob with the whole file, which stays for a day at least
   * @throws MatineeException CANCELLED when it was given up, STORAGE_FULL when the disk has no room
   *     for it, or what the writing throws
   */
  public StoredBlob write(CompletableFuture<?> givenUp, Writing writing) {
    exporting.lock();
    try {
      requireWanted(givenUp);
      Path folder = staging.create("export-" + UUID.randomUUID());
      try {
        Path file = folder.resolve("export");
        writing.write(folder, file);
        requireWanted(givenUp);
        return blobs.put(file);
      } finally {
        staging.remove(folder.getFileName().toString());
      }
    } catch (IOException failure) {
      throw StorageFault.of(failure);
    } catch (SQLException failure) {
      requireWanted(givenUp);
      throw StorageFault.of(failure);
    } finally {
      exporting.unlock();
    }
  }

  private static void requireWanted(CompletableFuture<?> givenUp) {
    if (givenUp.isDone()) {
      throw MatineeException.of(Reason.CANCELLED, "The call was given up.");
    }
  }

  /** Writes a file. */
  @FunctionalInterface
  public interface Writing {
    /**
     * Writes all of it.
     *
     * @param folder a folder of its own, for whatever else it writes
     * @param file the file in there, which is not there yet
     */
    void write(Path folder, Path file) throws IOException, SQLException;
  }
}
