package io.matinee.trainer.dataset.version;

import io.matinee.trainer.name.DatasetVersionName;
import java.time.Instant;
import java.util.Optional;

/**
 * A version of a data set, which never changes but for its acceptance.
 *
 * @param name its name
 * @param manifestSha256 the digest of its manifest
 * @param manifest what it is made of
 * @param createTime when it was made
 * @param acceptance that what its check found is meant; empty where nobody said so
 */
public record DatasetVersion(
    DatasetVersionName name,
    String manifestSha256,
    DatasetManifest manifest,
    Instant createTime,
    Optional<Acceptance> acceptance) {
  /** Returns whether its check found something that nobody has accepted. */
  public boolean isSuspicious() {
    return !manifest.check().findings().isEmpty() && acceptance.isEmpty();
  }
}
