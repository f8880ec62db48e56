package io.matinee.trainer.registry;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.model.snapshot.Digests;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads the blobs of versions again.
 *
 * @param blobs the blob store
 */
public record Verification(BlobStore blobs) {
  /**
   * Compares every blob of a version with its digest.
   *
   * @param listener hears after each part how far it is, and may throw to end it
   * @throws MatineeException BLOB_CORRUPT naming the first blob that is missing, differs or cannot
   *     be read
   */
  public void verify(ModelVersion version, Consumer<VerificationProgress> listener) {
    VerificationProgress progress = VerificationProgress.at(VerificationStage.READING, version);
    listener.accept(progress);
    for (BlobReference blob : version.blobs()) {
      progress = verify(version, blob, progress, listener);
      listener.accept(progress);
    }
  }

  private VerificationProgress verify(
      ModelVersion version,
      BlobReference blob,
      VerificationProgress before,
      Consumer<VerificationProgress> listener) {
    try (InputStream content = open(version, blob)) {
      Reading reading = new Reading(before, listener);
      Digests.verify(content, blob, reading::hear);
      return reading.progress.withBlob();
    } catch (CorruptBlobException differs) {
      throw corrupt(version, blob, "is not as it was published", differs);
    } catch (IOException failure) {
      throw corrupt(version, blob, "cannot be read", failure);
    }
  }

  private InputStream open(ModelVersion version, BlobReference blob) throws IOException {
    try {
      return blobs.open(blob.sha256(), 0);
    } catch (MatineeException missing) {
      throw corrupt(version, blob, "is missing", missing);
    }
  }

  private static MatineeException corrupt(
      ModelVersion version, BlobReference blob, String problem, Exception cause) {
    String message =
        "Blob %s of %s %s (%s)."
            .formatted(blob.name(), version.name(), problem, cause.getMessage());
    return MatineeException.of(Reason.BLOB_CORRUPT, message, cause)
        .with("blob", blob.name())
        .with("sha256", blob.sha256());
  }

  /** The progress within a blob. */
  private static final class Reading {
    private final Consumer<VerificationProgress> listener;
    private VerificationProgress progress;

    private Reading(VerificationProgress before, Consumer<VerificationProgress> listener) {
      this.progress = before;
      this.listener = listener;
    }

    private void hear(long bytes) {
      progress = progress.withBytes(bytes);
      listener.accept(progress);
    }
  }
}
