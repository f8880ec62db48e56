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
 * @param manifest what it is made of; empty when this release cannot read it
 * @param blobs its blobs, the manifest first
 * @param createTime when it was published
 */
public record ModelVersion(
    ModelVersionName name,
    Optional<Manifest> manifest,
    List<BlobReference> blobs,
    Instant createTime) {
  /** Copies the blobs. */
  public ModelVersion {
    blobs = List.copyOf(blobs);
  }
}
