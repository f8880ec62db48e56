package io.matinee.trainer.store;

import io.matinee.model.durable.DurableFiles;
import io.matinee.model.snapshot.Digests;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Immutable blobs in a folder, each under its own digest. Thread-safe. */
public final class BlobStore {
  private final Path folder;

  /** A store in an existing folder. */
  public BlobStore(Path folder) {
    this.folder = folder;
  }

  /** Opens the store of a {@link #location} that this process can reach. */
  public static BlobStore at(URI location) {
    return new BlobStore(Path.of(location));
  }

  /** Where other processes find the store. */
  public URI location() {
    return folder.toUri();
  }

  /**
   * Moves a file in. The file must lie on the same file system; it is gone from its old place.
   *
   * @return what it is known by from now on
   */
  public StoredBlob adopt(Path file) throws IOException {
    StoredBlob blob = new StoredBlob(Digests.sha256(file), Files.size(file));
    DurableFiles.moveInPlace(file, folder.resolve(blob.sha256()));
    return blob;
  }

  /**
   * The file of a blob.
   *
   * @throws MatineeException BLOB_NOT_FOUND when there is none
   */
  public Path locate(String sha256) {
    Path file = folder.resolve(sha256);
    if (!Files.isRegularFile(file)) {
      throw MatineeException.of(Reason.BLOB_NOT_FOUND, "There is no blob " + sha256 + ".")
          .with("sha256", sha256);
    }
    return file;
  }

  /**
   * Deletes what no version refers to: left by a trainer that died between moving and publishing.
   */
  public void keepOnly(Set<String> referenced) throws IOException {
    List<Path> present;
    try (Stream<Path> files = Files.list(folder)) {
      present = files.toList();
    }
    for (Path file : present) {
      if (!referenced.contains(file.getFileName().toString())) {
        Files.deleteIfExists(file);
      }
    }
  }
}
