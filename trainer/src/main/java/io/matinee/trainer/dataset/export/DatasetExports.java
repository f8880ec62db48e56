package io.matinee.trainer.dataset.export;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.store.StorageFault;
import io.matinee.trainer.store.StoredBlob;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes what versions hold into files for others: one at a time, since each may use all of the
 * query engine's memory. What is written becomes a blob that nothing refers to, and so is deleted
 * after a day; the same export is the same blob. Thread-safe.
 */
public final class DatasetExports {
  private final BlobStore blobs;
  private final Staging staging;
  private final int megabytes;
  private final ReentrantLock exporting = new ReentrantLock();

  /** Exports from a store into the same, by queries that use at most so much memory. */
  public DatasetExports(BlobStore blobs, Staging staging, int megabytes) {
    this.blobs = blobs;
    this.staging = staging;
    this.megabytes = megabytes;
  }

  /**
   * Exports. Waits while another export is written.
   *
   * @param givenUp completes when nobody waits for it any more: then its query ends, and nothing of
   *     it stays
   * @return the blob with the whole export, which stays for a day at least
   * @throws MatineeException CANCELLED when it was given up, STORAGE_FULL when the disk has no room
   *     for it, BLOB_NOT_FOUND
   */
  public StoredBlob export(
      ExportedContent content, ExportFormat format, CompletableFuture<?> givenUp) {
    exporting.lock();
    try {
      requireWanted(givenUp);
      Path folder = staging.create("export-" + UUID.randomUUID());
      try {
        Path file = folder.resolve("export");
        write(content, format, folder, file, givenUp);
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

  private void write(
      ExportedContent content,
      ExportFormat format,
      Path folder,
      Path file,
      CompletableFuture<?> givenUp)
      throws IOException, SQLException {
    try (QueryEngine engine = QueryEngine.open(folder, megabytes)) {
      var unused = givenUp.thenRun(engine::interrupt);
      engine.run(
          "COPY (%s) TO %s (%s)"
              .formatted(
                  content.query(engine, blobs), QueryEngine.literal(file), format.options()));
    }
  }
}
