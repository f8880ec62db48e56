package io.matinee.model.snapshot;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.split.HoldOut;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a model version is: how it was made and the blobs that it consists of. Immutable.
 *
 * @param formatVersion the version of the snapshot format, {@link #FORMAT_VERSION}
 * @param datasetVersion resource name of the data-set version
 * @param ratingsRevision revision of the live ratings that the version includes
 * @param scale the scale of the ratings
 * @param synthetic whether the ratings come from a generator
 * @param holdOut which ratings were kept from training
 * @param splitDigest the digest of that rule
 * @param ranking the scorer that ranks
 * @param rating the scorer that predicts ratings; without it there are no predicted ratings
 * @param userCount the number of users, those with held-out ratings alone too
 * @param trainedUserCount the number of users with a training rating
 * @param movieCount the number of movies
 * @param ratingCount the number of training ratings
 * @param heldOutCount the number of held-out ratings
 * @param servable whether readers can score exactly as the training did
 * @param seed the seed of all random choices
 * @param device what it was trained on, e.g. "cpu"
 * @param libraryVersions versions of the libraries that took part, by name
 * @param createTime when it was made
 * @param blobs the blobs, each name once
 */
public record Manifest(
    int formatVersion,
    String datasetVersion,
    long ratingsRevision,
    RatingScale scale,
    boolean synthetic,
    HoldOut holdOut,
    String splitDigest,
    Optional<ScorerManifest> ranking,
    Optional<ScorerManifest> rating,
    int userCount,
    int trainedUserCount,
    int movieCount,
    int ratingCount,
    int heldOutCount,
    boolean servable,
    long seed,
    String device,
    Map<String, String> libraryVersions,
    Instant createTime,
    List<BlobReference> blobs) {
  /** The version of the snapshot format that this code reads and writes. */
  public static final int FORMAT_VERSION = 4;

  /** The name of a manifest among the blobs of its version. */
  public static final String BLOB_NAME = "manifest";

  /** The most bytes of a published manifest. Learning curves of 1,000 epochs take a tenth. */
  public static final int MAXIMUM_BYTES = 1 << 20;

  /** The file name of a manifest beside its blobs. */
  public static final String FILE_NAME = "manifest.json";

  /** Copies the collections; refuses a blob that is named twice. */
  public Manifest {
    libraryVersions = Collections.unmodifiableSortedMap(new TreeMap<>(libraryVersions));
    blobs = List.copyOf(blobs);
    if (blobs.stream().map(BlobReference::name).distinct().count() < blobs.size()) {
      throw new IllegalArgumentException("a manifest names a blob twice: " + blobs);
    }
  }

  /** Returns the reference of a role's blob, absent when the version has none. */
  public Optional<BlobReference> blob(BlobRole role) {
    return blobs.stream().filter(blob -> blob.name().equals(role.blobName())).findFirst();
  }

  /** Returns the manifest as JSON. */
  public String toJson() {
    return ManifestJson.write(this);
  }

  /**
   * Reads a manifest.
   *
   * @throws UnsupportedFormatException if it is of another format version
   * @throws IllegalArgumentException if the text is not a manifest
   */
  public static Manifest fromJson(String json) {
    return ManifestJson.read(json);
  }

  /**
   * Reads the manifest that a version's blob holds.
   *
   * @param blob the blob, whose bytes are the ones that it names
   * @throws UnsupportedFormatException if it is of another format version
   * @throws CorruptBlobException if the text is not a manifest
   */
  public static Manifest fromBlob(BlobReference blob, String json) {
    try {
      return fromJson(json);
    } catch (IllegalArgumentException malformed) {
      throw new CorruptBlobException(
          blob.name(), "a manifest", "something else (%s)".formatted(malformed.getMessage()));
    }
  }
}
