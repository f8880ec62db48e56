package io.matinee.trainer.registry;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.model.snapshot.Digests;
import io.matinee.model.snapshot.Manifest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Makes a snapshot a version: its blobs are verified and moved into the store, then one transaction
 * makes it visible. A trainer that dies on the way leaves no version, and blobs that the next start
 * deletes. Thread-safe.
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
   * @param together what the same transaction has to do, with the new version's name
   * @throws MatineeException BLOB_CORRUPT when a blob is not what the manifest says, or RUN_FAILED
   *     when the manifest is too large
   */
  public ModelVersionName publish(
      ModelName model, Path snapshot, BiConsumer<Handle, ModelVersionName> together)
      throws IOException {
    Path manifestFile = snapshot.resolve(Manifest.FILE_NAME);
    requireSmall(manifestFile);
    String json = Files.readString(manifestFile);
    Manifest manifest = Manifest.fromJson(json);
    verify(snapshot, manifest);
    observer.reached(PublishingStep.VERIFIED);
    List<BlobReference> moved = move(snapshot, manifest, manifestFile);
    ModelVersionName name =
        database.write(
            handle -> {
              ModelVersionName added = versions.add(handle, model, json, moved);
              together.accept(handle, added);
              observer.reached(PublishingStep.WRITTEN);
              return added;
            });
    observer.reached(PublishingStep.COMMITTED);
    return name;
  }

  private static void requireSmall(Path manifest) throws IOException {
    long bytes = Files.size(manifest);
    if (bytes > ModelVersion.MAXIMUM_MANIFEST_BYTES) {
      throw MatineeException.of(
          Reason.RUN_FAILED,
          "The run's manifest has %,d bytes; at most %,d are published."
              .formatted(bytes, ModelVersion.MAXIMUM_MANIFEST_BYTES));
    }
  }

  private static void verify(Path snapshot, Manifest manifest) {
    for (BlobReference blob : manifest.blobs()) {
      try {
        Digests.verify(snapshot.resolve(blob.name()), blob);
      } catch (CorruptBlobException corrupt) {
        throw MatineeException.of(
                Reason.BLOB_CORRUPT, String.valueOf(corrupt.getMessage()), corrupt)
            .with("blob", blob.name());
      }
    }
  }

  private List<BlobReference> move(Path snapshot, Manifest manifest, Path manifestFile)
      throws IOException {
    List<BlobReference> moved = new ArrayList<>();
    moved.add(move(ModelVersion.MANIFEST, manifestFile));
    for (BlobReference blob : manifest.blobs()) {
      moved.add(move(blob.name(), snapshot.resolve(blob.name())));
    }
    return moved;
  }

  private BlobReference move(String name, Path file) throws IOException {
    var stored = blobs.adopt(file);
    observer.reached(PublishingStep.BLOB_MOVED);
    return new BlobReference(name, stored.sha256(), stored.size());
  }
}
