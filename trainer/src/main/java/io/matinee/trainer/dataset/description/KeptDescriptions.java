package io.matinee.trainer.dataset.description;

import io.matinee.model.digest.Sha256;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.StorageFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The descriptions that are kept with data-set versions. Thread-safe.
 *
 * @param blobs where their blobs are
 */
public record KeptDescriptions(BlobStore blobs) {

  /**
   * Returns the description of a version.
   *
   * @throws MatineeException BLOB_NOT_FOUND or BLOB_CORRUPT when its blob is not as it was written
   */
  public DatasetDescription of(DatasetVersion version) {
    return read(
        version,
        DatasetBlob.DESCRIPTION,
        file -> Json.read(intact(file, version), DatasetDescription.class));
  }

  private static String intact(Path file, DatasetVersion version) throws IOException {
    DatasetBlob blob = version.manifest().blob(DatasetBlob.DESCRIPTION);
    if (Files.size(file) != blob.size()) {
      throw new IllegalArgumentException("a size of " + Files.size(file));
    }
    byte[] bytes = Files.readAllBytes(file);
    if (!Sha256.of(bytes).equals(blob.sha256())) {
      throw new IllegalArgumentException("another digest");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Returns the first rejected rows of a version, at most {@code limit}.
   *
   * @throws MatineeException BLOB_NOT_FOUND or BLOB_CORRUPT when their blob is not as it was
   *     written
   */
  public List<RejectedRow> rejected(DatasetVersion version, int limit) {
    return read(version, DatasetBlob.REJECTS, file -> RejectLog.read(file, limit));
  }

  private <T> T read(DatasetVersion version, String name, Reading<T> reading) {
    DatasetBlob blob = version.manifest().blob(name);
    try {
      return reading.read(blobs.localCopy(blob.sha256()));
    } catch (IllegalArgumentException | UncheckedIOException | CharacterCodingException damaged) {
      throw MatineeException.of(
              Reason.BLOB_CORRUPT,
              "Blob %s of %s is not as it was written.".formatted(blob.name(), version.name()),
              damaged)
          .with("blob", blob.name())
          .with("sha256", blob.sha256());
    } catch (IOException failure) {
      throw StorageFault.of(failure);
    }
  }

  /** Reads a blob's file. */
  private interface Reading<T> {
    T read(Path file) throws IOException;
  }
}
