package io.matinee.trainer.registry;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.model.snapshot.Manifest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.StoredBlob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Makes a snapshot a version: its blobs are verified and put into the store, then one transaction
 * makes it visible. A trainer that dies on the way leaves no version, and blobs that are deleted
 * once they are old ({@link OrphanBlobs}). Thread-safe.
 */
public final class Publisher {

  private final Database database;
  private final BlobStore blobs;
  private final ModelVersions versions;
  private final PublishingObserver observer;

  /** A publisher into a store. */
  public Publisher(
      Database database, BlobStore blobs, ModelVersions versions, PublishingObserver observer) {
    this.database = database;
    this.blobs = blobs;
    this.versions = versions;
    this.observer = observer;
  }

  /**
   * Publishes the snapshot in a folder.
   *
   * @param together what the same transaction has to do, with the new version
   * @throws MatineeException BLOB_CORRUPT when a blob is not what the manifest says, or RUN_FAILED
   *     when the manifest is too large
   */
  public ModelVersion publish(
      ModelName model, Path snapshot, BiConsumer<Handle, ModelVersion> together)
      throws IOException {
    Path manifestFile = snapshot.resolve(Manifest.FILE_NAME);
    requireSmall(manifestFile);
    String json = Files.readString(manifestFile);
    Manifest manifest = Manifest.fromJson(json);
    List<BlobReference> put = putAll(snapshot, manifest, manifestFile);
    ModelVersion version =
        database.write(
            handle -> {
              ModelVersion added = versions.add(handle, model, json, put);
              together.accept(handle, added);
              observer.reached(PublishingStep.WRITTEN);
              return added;
            });
    observer.reached(PublishingStep.COMMITTED);
    return version;
  }

  private static void requireSmall(Path manifest) throws IOException {
    long bytes = Files.size(manifest);
    if (bytes > Manifest.MAXIMUM_BYTES) {
      throw MatineeException.of(
          Reason.RUN_FAILED,
          "The run's manifest has %,d bytes; at most %,d are published."
              .formatted(bytes, Manifest.MAXIMUM_BYTES));
    }
  }

  private List<BlobReference> putAll(Path snapshot, Manifest manifest, Path manifestFile)
      throws IOException {
    List<BlobReference> put = new ArrayList<>();
    for (BlobReference blob : manifest.blobs()) {
      put(snapshot.resolve(blob.name()), blob);
      put.add(blob);
    }
    StoredBlob stored = blobs.put(manifestFile);
    put.addFirst(new BlobReference(Manifest.BLOB_NAME, stored.sha256(), stored.size()));
    return put;
  }

  private void put(Path file, BlobReference blob) throws IOException {
    try {
      blobs.put(file, blob);
    } catch (CorruptBlobException corrupt) {
      throw MatineeException.of(Reason.BLOB_CORRUPT, String.valueOf(corrupt.getMessage()), corrupt)
          .with("blob", blob.name());
    }
    observer.reached(PublishingStep.BLOB_PUT);
  }
}
