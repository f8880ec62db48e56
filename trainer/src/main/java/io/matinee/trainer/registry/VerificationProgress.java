package io.matinee.trainer.registry;

import io.matinee.model.snapshot.BlobReference;

/**
 * How far a verification is.
 *
 * @param modelVersion the name of the version
 * @param stage the stage
 * @param bytes the bytes that were read
 * @param totalBytes the bytes of all blobs
 * @param blobs the blobs that are as they were published
 * @param totalBlobs all blobs
 */
public record VerificationProgress(
    String modelVersion,
    VerificationStage stage,
    long bytes,
    long totalBytes,
    int blobs,
    int totalBlobs) {
  /** Returns the progress before anything was read. */
  static VerificationProgress at(VerificationStage stage, ModelVersion version) {
    long bytes = version.blobs().stream().mapToLong(BlobReference::size).sum();
    return new VerificationProgress(
        version.name().toString(), stage, 0, bytes, 0, version.blobs().size());
  }

  VerificationProgress withBytes(long more) {
    return new VerificationProgress(
        modelVersion, stage, bytes + more, totalBytes, blobs, totalBlobs);
  }

  VerificationProgress withBlob() {
    return new VerificationProgress(modelVersion, stage, bytes, totalBytes, blobs + 1, totalBlobs);
  }
}
