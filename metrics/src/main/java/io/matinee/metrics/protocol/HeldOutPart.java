package io.matinee.metrics.protocol;

import io.matinee.model.snapshot.Manifest;
import io.matinee.model.split.StoredSplit;

/**
 * What a version is judged by: ratings that it has not seen.
 *
 * @param datasetVersion the version whose part they are, "datasets/{dataset}/versions/{number}"; ""
 *     for those of a stored split, which are the same whatever version was trained on
 * @param splitDigest the digest of how the part was chosen, or of the split's ratings
 * @param trainedOn the version whose ratings, without that part, the version was trained on
 */
public record HeldOutPart(String datasetVersion, String splitDigest, String trainedOn) {
  /** Returns the part that a version's manifest names. */
  public static HeldOutPart of(Manifest manifest) {
    return new HeldOutPart(
        manifest.holdOut() instanceof StoredSplit ? "" : manifest.datasetVersion(),
        manifest.splitDigest(),
        manifest.datasetVersion());
  }
}
