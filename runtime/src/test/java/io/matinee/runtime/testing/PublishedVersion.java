package io.matinee.runtime.testing;

import com.google.protobuf.Timestamp;
import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Digests;
import io.matinee.model.snapshot.Manifest;
import io.matinee.proto.model.v1.Blob;
import io.matinee.proto.model.v1.ModelVersion;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A snapshot's folder under a version's name. */
record PublishedVersion(String name, Path folder, Manifest manifest, BlobReference manifestBlob) {
  /** Returns a version whose blobs are from now on what lies in a folder. */
  static PublishedVersion of(String name, Path folder, Manifest manifest) {
    return new PublishedVersion(
        name,
        folder,
        manifest,
        Digests.reference(Manifest.BLOB_NAME, folder.resolve(Manifest.FILE_NAME)));
  }

  /** Returns the version as the registry tells of it. */
  ModelVersion message() {
    return ModelVersion.newBuilder()
        .setName(name)
        .addAllBlobs(blobs().map(PublishedVersion::message).toList())
        .setServable(manifest.servable())
        .setDatasetVersion(manifest.datasetVersion())
        .setCreateTime(Timestamp.newBuilder().setSeconds(manifest.createTime().getEpochSecond()))
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
    return folder.resolve(
        blob.name().equals(Manifest.BLOB_NAME) ? Manifest.FILE_NAME : blob.name());
  }

  /** Returns the blob of a name. */
  BlobReference blob(String blobName) {
    return blobs().filter(blob -> blob.name().equals(blobName)).findFirst().orElseThrow();
  }

  private Stream<BlobReference> blobs() {
    return Stream.concat(Stream.of(manifestBlob), manifest.blobs().stream());
  }

  private static Blob message(BlobReference blob) {
    return Blob.newBuilder()
        .setName(blob.name())
        .setSha256(blob.sha256())
        .setSizeBytes(blob.size())
        .build();
  }
}
