package io.matinee.trainer.api;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.ScorerManifest;
import io.matinee.model.split.StoredSplit;
import io.matinee.proto.model.v1.Blob;
import io.matinee.proto.model.v1.HeldOutPart;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.model.v1.Scorer;
import io.matinee.proto.model.v1.ScorerKind;
import io.matinee.proto.model.v1.TriedRanker;
import io.matinee.proto.trainer.v1.Alias;
import io.matinee.runtime.api.EventKinds;
import io.matinee.runtime.time.Times;
import io.matinee.trainer.name.ModelVersionName;

/** The registry's things as messages. */
final class RegistryMessages {

  private RegistryMessages() {}

  static ModelVersion of(io.matinee.trainer.registry.ModelVersion version) {
    ModelVersion.Builder message =
        ModelVersion.newBuilder()
            .setName(version.name().toString())
            .setCreateTime(Times.of(version.createTime()));
    version.manifest().ifPresent(manifest -> describe(manifest, message));
    version.blobs().forEach(blob -> message.addBlobs(of(blob)));
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

  private static void describe(Manifest manifest, ModelVersion.Builder message) {
    manifest.ranking().map(RegistryMessages::of).ifPresent(message::setRanking);
    manifest.rating().map(RegistryMessages::of).ifPresent(message::setRating);
    message
        .setServable(manifest.servable())
        .setDatasetVersion(manifest.datasetVersion())
        .setUserCount(manifest.trainedUserCount())
        .setMovieCount(manifest.movieCount())
        .setRatingCount(manifest.ratingCount())
        .setHeldOut(heldOut(manifest))
        .setEventKind(EventKinds.of(manifest.scale().kind()));
  }

  private static HeldOutPart heldOut(Manifest manifest) {
    HeldOutPart.Builder part =
        HeldOutPart.newBuilder()
            .setSplitDigest(manifest.splitDigest())
            .setRatingCount(manifest.heldOutCount())
            .setRule(HoldOutText.of(manifest.holdOut()));
    if (manifest.holdOut() instanceof StoredSplit stored) {
      part.setSplit(stored.split()).setAbsentRatingCount(stored.absentCount());
    }
    return part.build();
  }

  private static Scorer of(ScorerManifest scorer) {
    return Scorer.newBuilder()
        .setAlgorithmId(scorer.algorithm())
        .setKind(kind(scorer.objective().kind()))
        .putAllHyperParameters(
            HyperParameterValues.kept(scorer.algorithm(), scorer.hyperParameters()))
        .addAllLacks(AlgorithmMessages.lacks(scorer.traits()))
        .setDevice(scorer.traits().device())
        .putAllFigures(scorer.figures())
        .setPreset(scorer.preset().orElse(""))
        .addAllTriedRankers(scorer.tried().stream().map(RegistryMessages::of).toList())
        .build();
  }

  private static TriedRanker of(io.matinee.model.snapshot.TriedRanker tried) {
    return TriedRanker.newBuilder()
        .setAlgorithmId(tried.algorithm())
        .putAllHyperParameters(
            HyperParameterValues.kept(tried.algorithm(), tried.hyperParameters()))
        .setNormalisedGain(tried.normalisedGain())
        .build();
  }

  private static ScorerKind kind(io.matinee.model.scoring.ScorerKind kind) {
    return switch (kind) {
      case BIASES -> ScorerKind.SCORER_KIND_BIASES;
      case FACTORS -> ScorerKind.SCORER_KIND_FACTORS;
      case NEIGHBOURS -> ScorerKind.SCORER_KIND_NEIGHBOURS;
      case NETWORK -> ScorerKind.SCORER_KIND_NETWORK;
    };
  }
}
