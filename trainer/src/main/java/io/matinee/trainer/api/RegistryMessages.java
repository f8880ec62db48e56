package io.matinee.trainer.api;

import static io.matinee.trainer.registry.ModelVersion.MAXIMUM_MANIFEST_BYTES;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.ScorerManifest;
import io.matinee.proto.model.v1.Blob;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.trainer.v1.Alias;
import io.matinee.runtime.time.Times;
import io.matinee.trainer.name.ModelVersionName;

/** The registry's things as messages. */
final class RegistryMessages {

  private RegistryMessages() {}

  /** A version without its manifest, as lists, watches and operations carry it. */
  static ModelVersion brief(io.matinee.trainer.registry.ModelVersion version) {
    return builder(version).build();
  }

  /** A version with its manifest, unless that is larger than allowed. */
  static ModelVersion whole(io.matinee.trainer.registry.ModelVersion version) {
    ModelVersion.Builder message = builder(version).setManifestJson(version.manifestJson());
    if (message.getManifestJsonBytes().size() > MAXIMUM_MANIFEST_BYTES) {
      message.clearManifestJson();
    }
    return message.build();
  }

  static Blob of(BlobReference blob) {
    return Blob.newBuilder()
        .setName(blob.name())
        .setSha256(blob.sha256())
        .setSizeBytes(blob.size())
        .build();
  }

  static Alias of(io.matinee.trainer.registry.Alias alias) {
    Alias.Builder message =
        Alias.newBuilder()
            .setName(alias.name().toString())
            .setModelVersion(alias.version().map(ModelVersionName::toString).orElse(""))
            .setEtag(alias.etag());
    if (!alias.etag().isEmpty()) {
      message.setUpdateTime(Times.of(alias.updateTime()));
    }
    return message.build();
  }

  private static ModelVersion.Builder builder(io.matinee.trainer.registry.ModelVersion version) {
    ModelVersion.Builder message =
        ModelVersion.newBuilder()
            .setName(version.name().toString())
            .setManifestSha256(version.manifestSha256())
            .setCreateTime(Times.of(version.createTime()));
    version.manifest().ifPresent(manifest -> describe(manifest, message));
    version.blobs().forEach(blob -> message.addBlobs(of(blob)));
    return message;
  }

  private static void describe(Manifest manifest, ModelVersion.Builder message) {
    message
        .setRankingAlgorithm(manifest.ranking().map(ScorerManifest::algorithm).orElse(""))
        .setRatingAlgorithm(manifest.rating().map(ScorerManifest::algorithm).orElse(""))
        .setServable(manifest.servable())
        .setDatasetVersion(manifest.datasetVersion())
        .setUserCount(manifest.trainedUserCount())
        .setMovieCount(manifest.movieCount())
        .setRatingCount(manifest.ratingCount());
  }
}
