package io.matinee.trainer.registry;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Manifest;
import io.matinee.trainer.name.ModelVersionName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A published version of a model.
 *
 * @param name its name
 * @param manifestSha256 the digest of its manifest
 * @param manifest what it is made of; empty when it is of another format than this release reads
 * @param manifestJson the manifest's own bytes as text
 * @param blobs its blobs, the manifest first
 * @param createTime when it was published
 */
public record ModelVersion(
    ModelVersionName name,
    String manifestSha256,
    Optional<Manifest> manifest,
    String manifestJson,
    List<BlobReference> blobs,
    Instant createTime) {
  /** The most bytes of a manifest in UTF-8. Learning curves of 1,000 epochs take a tenth. */
  public static final int MAXIMUM_MANIFEST_BYTES = 1 << 20;

  /** The name of the manifest among the blobs. */
  public static final String MANIFEST = "manifest";

  /** Copies the blobs. */
  public ModelVersion {
    blobs = List.copyOf(blobs);
  }
}
