package io.matinee.trainer.registry;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.model.snapshot.Digests;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.StorageFault;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads the blobs of versions again.
 *
 * @param blobs the blob store
 */
public record Verification(BlobStore blobs) {

  /**
   * Compares every blob of a version with its digest.
   *
   * @return the blobs, all of them as they were published
   * @throws MatineeException BLOB_CORRUPT naming the first blob that is missing or differs
   */
  public List<BlobReference> verify(ModelVersion version) {
    for (BlobReference blob : version.blobs()) {
      verify(version, blob);
    }
    return version.blobs();
  }

  private void verify(ModelVersion version, BlobReference blob) {
    try (InputStream content = blobs.open(blob.sha256(), 0)) {
      Digests.verify(content, blob);
    } catch (CorruptBlobException differs) {
      throw corrupt(version, blob, "is not as it was published", differs);
    } catch (IOException failure) {
      throw StorageFault.of(failure);
    } catch (MatineeException missing) {
      throw corrupt(version, blob, "is missing", missing);
    }
  }

  private static MatineeException corrupt(
      ModelVersion version, BlobReference blob, String problem, RuntimeException cause) {
    String message =
        "Blob %s of %s %s (%s)."
            .formatted(blob.name(), version.name(), problem, cause.getMessage());
    return MatineeException.of(Reason.BLOB_CORRUPT, message, cause)
        .with("blob", blob.name())
        .with("sha256", blob.sha256());
  }
}
