package io.matinee.runtime.api;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Manifest;
import io.matinee.proto.model.v1.ModelVersion;

/** The manifest of a version, which is one of its blobs. */
public final class ManifestBlob {
  private ManifestBlob() {}

  /**
   * Returns the blob that holds a version's manifest.
   *
   * @throws IllegalStateException when the version lists none
   */
  public static BlobReference of(ModelVersion version) {
    return version.getBlobsList().stream()
        .filter(blob -> blob.getName().equals(Manifest.BLOB_NAME))
        .findFirst()
        .map(blob -> new BlobReference(blob.getName(), blob.getSha256(), blob.getSizeBytes()))
        .orElseThrow(
            () -> new IllegalStateException(version.getName() + " lists no manifest blob"));
  }
}
