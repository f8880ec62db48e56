package io.matinee.trainer.api;

import static io.matinee.trainer.registry.ModelVersion.MAXIMUM_MANIFEST_BYTES;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.ScorerManifest;
import io.matinee.proto.model.v1.Blob;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.trainer.v1.Alias;
import io.matinee.runtime.time.Times;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.registry.AttachedEvaluation;

/** The registry's things as messages. */
final class RegistryMessages {

  private RegistryMessages() {}

  /** A version without its manifest and evaluations, as lists, watches and operations carry it. */
  static ModelVersion brief(io.matinee.trainer.registry.ModelVersion version) {
    return builder(version).build();
  }

  /** A version with its evaluations, and its manifest unless that is larger than allowed. */
  static ModelVersion whole(
      io.matinee.trainer.registry.ModelVersion version, Iterable<AttachedEvaluation> evaluations) {
    ModelVersion.Builder message = builder(version).setManifestJson(version.manifestJson());
    if (message.getManifestJsonBytes().size() > MAXIMUM_MANIFEST_BYTES) {
      message.clearManifestJson();
    }
    evaluations.forEach(evaluation -> message.addEvaluations(of(evaluation)));
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

  static Evaluation of(AttachedEvaluation evaluation) {
    Evaluation.Builder message = Evaluation.newBuilder();
    try {
      JsonFormat.parser().ignoringUnknownFields().merge(evaluation.content(), message);
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalStateException("evaluation " + evaluation.id(), malformed);
    }
    return message.build();
  }

  static String json(Evaluation evaluation) {
    try {
      return JsonFormat.printer().omittingInsignificantWhitespace().print(evaluation);
    } catch (InvalidProtocolBufferException unprintable) {
      throw new IllegalStateException(unprintable);
    }
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
