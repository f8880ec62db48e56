package io.matinee.runtime.following;

import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.model.snapshot.MappingFault;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.Optional;

/** Tells reads of a model that met damaged files from other failures. */
public final class DamagedReads {
  private DamagedReads() {}

  /** Returns the failure as callers should see it, BLOB_CORRUPT; empty when no file is to blame. */
  public static Optional<MatineeException> explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CorruptBlobException corrupt) {
        return Optional.of(
            MatineeException.of(Reason.BLOB_CORRUPT, String.valueOf(corrupt.getMessage()), corrupt)
                .with("blob", corrupt.blobName()));
      }
      if (MappingFault.isFault(cause)) {
        return Optional.of(
            MatineeException.of(
                Reason.BLOB_CORRUPT,
                "a file of the model version can no longer be read; it is fetched again, so repeat the call",
                cause));
      }
    }
    return Optional.empty();
  }
}
