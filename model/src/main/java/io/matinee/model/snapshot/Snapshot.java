package io.matinee.model.snapshot;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.Scorer;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model version, open for reading: those of its parts that were asked for.
 *
 * <p>What grows with users or ratings (ids of users, ratings, factors) is mapped into memory
 * without a copy; one shared arena owns the mappings and {@link #close()} closes it. Close only
 * once no thread uses a part any more: what was mapped throws {@link IllegalStateException}
 * afterwards. Thread-safe.
 */
public final class Snapshot implements AutoCloseable {
  private final Manifest manifest;
  private final Set<BlobRole> roles;
  private final Arena arena;
  private final @Nullable Catalogue catalogue;
  private final @Nullable IdDictionary users;
  private final @Nullable RatingsMatrix seen;
  private final @Nullable RatingsMatrix heldOut;
  private final Optional<Scorer> ranking;
  private final Optional<Scorer> rating;
  private final List<MappedBlob> mapped;

  private Snapshot(SnapshotReader reader, Arena arena) {
    this.manifest = reader.manifest();
    this.roles = reader.roles();
    this.arena = arena;
    this.catalogue = reader.catalogue();
    this.users = reader.users(arena);
    this.seen = reader.ratings(BlobRole.SEEN, users, catalogue, arena);
    this.heldOut = reader.ratings(BlobRole.HELD_OUT, users, catalogue, arena);
    this.ranking = reader.scorer(BlobRole.RANKING, manifest.ranking(), seen, arena);
    this.rating = reader.scorer(BlobRole.RATING, manifest.rating(), seen, arena);
    this.mapped = reader.mapped();
  }

  /**
   * Opens a snapshot. Every blob that is read is verified first.
   *
   * @param manifest what the version consists of
   * @param locate finds the file of a blob
   * @param roles which parts to read; ratings need {@link BlobRole#USERS} and {@link
   *     BlobRole#CATALOGUE} as well
   * @throws CorruptBlobException if a blob is not what the manifest says
   * @throws IllegalArgumentException if ratings are asked for without their dictionaries
   * @throws java.io.UncheckedIOException if a file cannot be read
   */
  public static Snapshot open(
      Manifest manifest, Function<BlobReference, Path> locate, Set<BlobRole> roles) {
    SnapshotReader reader = new SnapshotReader(manifest, locate, roles);
    reader.verify();
    Arena arena = Arena.ofShared();
    try {
      return new Snapshot(reader, arena);
    } catch (RuntimeException | Error failure) {
      arena.close();
      throw failure;
    }
  }

  /** What the version is. */
  public Manifest manifest() {
    return manifest;
  }

  /**
   * Returns the movies.
   *
   * @throws IllegalStateException if this part was not asked for
   */
  public Catalogue catalogue() {
    return part(BlobRole.CATALOGUE, catalogue);
  }

  /**
   * Returns the users.
   *
   * @throws IllegalStateException if this part was not asked for
   */
  public IdDictionary users() {
    return part(BlobRole.USERS, users);
  }

  /**
   * Returns the ratings that were learnt from.
   *
   * @throws IllegalStateException if this part was not asked for
   */
  public RatingsMatrix seen() {
    return part(BlobRole.SEEN, seen);
  }

  /**
   * Returns the ratings that were held out.
   *
   * @throws IllegalStateException if this part was not asked for
   */
  public RatingsMatrix heldOut() {
    return part(BlobRole.HELD_OUT, heldOut);
  }

  /**
   * Returns the scorer that ranks, absent when the version has none. One of neighbours knows
   * trained users only if {@link BlobRole#SEEN} was asked for too.
   *
   * @throws IllegalStateException if this part was not asked for
   */
  public Optional<Scorer> ranking() {
    return part(BlobRole.RANKING, ranking);
  }

  /**
   * Returns the scorer that predicts ratings, absent when the version has none; as {@link
   * #ranking()}.
   *
   * @throws IllegalStateException if this part was not asked for
   */
  public Optional<Scorer> rating() {
    return part(BlobRole.RATING, rating);
  }

  /** Returns the blobs that are read from mapped memory for as long as the snapshot is open. */
  public List<MappedBlob> mapped() {
    return mapped;
  }

  /** Frees the mapped memory; later calls do nothing. */
  @Override
  public synchronized void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }

  private <T> T part(BlobRole role, @Nullable T part) {
    if (!roles.contains(role) || part == null) {
      throw new IllegalStateException(
          "%s was not asked for, only %s".formatted(role.blobName(), EnumSet.copyOf(roles)));
    }
    return part;
  }
}
