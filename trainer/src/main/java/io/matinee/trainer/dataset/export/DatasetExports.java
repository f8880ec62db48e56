package io.matinee.trainer.dataset.export;

import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.ExportedFiles;
import io.matinee.trainer.store.StoredBlob;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** Writes what versions hold into files for others. Thread-safe. */
public final class DatasetExports {
  private final BlobStore blobs;
  private final ExportedFiles files;
  private final int megabytes;

  /** Exports from a store, by queries that use at most so much memory. */
  public DatasetExports(BlobStore blobs, ExportedFiles files, int megabytes) {
    this.blobs = blobs;
    this.files = files;
    this.megabytes = megabytes;
  }

  /**
   * Exports. Waits while another export is written.
   *
   * @param givenUp completes when nobody waits for it any more: then its query ends, and nothing of
   *     it stays
   * @return the blob with the whole export, which stays for a day at least
   * @throws MatineeException BLOB_NOT_FOUND, or what {@link ExportedFiles#write} throws
   */
  public StoredBlob export(
      ExportedContent content, ExportFormat format, CompletableFuture<?> givenUp) {
    return files.write(givenUp, (folder, file) -> write(content, format, folder, file, givenUp));
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
