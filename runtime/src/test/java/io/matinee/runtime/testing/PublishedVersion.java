package io.matinee.runtime.testing;

import com.google.protobuf.Timestamp;
import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Digests;
import io.matinee.model.snapshot.Manifest;
import io.matinee.proto.model.v1.Blob;
import io.matinee.proto.model.v1.ModelVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A snapshot's folder under a version's name. */
record PublishedVersion(String name, Path folder, Manifest manifest) {
  /** Returns the version as the registry tells of it. */
  ModelVersion message() {
    return ModelVersion.newBuilder()
        .setName(name)
        .setManifestSha256(manifestBlob().sha256())
        .addAllBlobs(blobs().map(PublishedVersion::message).toList())
        .setRankingAlgorithm(manifest.ranking().map(scorer -> scorer.algorithm()).orElse(""))
        .setRatingAlgorithm(manifest.rating().map(scorer -> scorer.algorithm()).orElse(""))
        .setServable(manifest.servable())
        .setDatasetVersion(manifest.datasetVersion())
        .setCreateTime(Timestamp.newBuilder().setSeconds(manifest.createTime().getEpochSecond()))
        .setManifestJson(manifestJson())
        .setUserCount(manifest.trainedUserCount())
        .setMovieCount(manifest.movieCount())
        .setRatingCount(manifest.ratingCount())
        .build();
  }

  /** Returns the files of the blobs by digest. */
  Map<String, Path> files() {
    return blobs().collect(Collectors.toMap(BlobReference::sha256, this::file, (a, b) -> a));
  }

  /** Returns the file of a blob. */
  Path file(BlobReference blob) {
    return folder.resolve(blob.name().equals("manifest") ? Manifest.FILE_NAME : blob.name());
  }

  /** Returns the blob of a name. */
  BlobReference blob(String blobName) {
    return blobs().filter(blob -> blob.name().equals(blobName)).findFirst().orElseThrow();
  }

  private Stream<BlobReference> blobs() {
    return Stream.concat(Stream.of(manifestBlob()), manifest.blobs().stream());
  }

  private String manifestJson() {
    try {
      return Files.readString(folder.resolve(Manifest.FILE_NAME));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private BlobReference manifestBlob() {
    return Digests.reference("manifest", folder.resolve(Manifest.FILE_NAME));
  }

  private static Blob message(BlobReference blob) {
    return Blob.newBuilder()
        .setName(blob.name())
        .setSha256(blob.sha256())
        .setSizeBytes(blob.size())
        .build();
  }
}
