package io.matinee.metrics.protocol;

import io.matinee.model.snapshot.Manifest;

/**
 * What a version is judged by: a part of a data-set version that it has not seen.
 *
 * @param datasetVersion "datasets/{dataset}/versions/{number}"
 * @param splitDigest the digest of how the part was chosen
 */
public record HeldOutPart(String datasetVersion, String splitDigest) {
  /** Returns the part that a version's manifest names. */
  public static HeldOutPart of(Manifest manifest) {
    return new HeldOutPart(manifest.datasetVersion(), manifest.splitDigest());
  }
}
