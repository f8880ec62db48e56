package io.matinee.trainer.registry;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Manifest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
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

  /**
   * Returns what it is made of.
   *
   * @throws MatineeException FORMAT_UNSUPPORTED when this release cannot read it
   */
  public Manifest readable() {
    return manifest.orElseThrow(
        () ->
            MatineeException.of(
                    Reason.FORMAT_UNSUPPORTED,
                    name + " is of a format that this release does not read.")
                .with("model_version", name.toString()));
  }
}
