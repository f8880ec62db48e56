package io.matinee.model.snapshot;

import java.util.List;
import java.util.stream.Stream;

/** Manifests that say something else than their snapshots. */
final class ManifestChanges {
  private ManifestChanges() {}

  static Manifest withBlob(Manifest manifest, BlobReference blob) {
    List<BlobReference> blobs =
        Stream.concat(
                manifest.blobs().stream().filter(other -> !other.name().equals(blob.name())),
                Stream.of(blob))
            .toList();
    return new Manifest(
        manifest.formatVersion(),
        manifest.datasetVersion(),
        manifest.ratingsRevision(),
        manifest.scale(),
        manifest.synthetic(),
        manifest.holdOut(),
        manifest.splitDigest(),
        manifest.ranking(),
        manifest.rating(),
        manifest.userCount(),
        manifest.trainedUserCount(),
        manifest.movieCount(),
        manifest.ratingCount(),
        manifest.heldOutCount(),
        manifest.servable(),
        manifest.seed(),
        manifest.device(),
        manifest.libraryVersions(),
        manifest.createTime(),
        blobs);
  }
}
