package io.matinee.runtime.following;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Snapshots of versions, opened from the cache after what is missing was downloaded and everything
 * was verified; what was damaged in the cache is downloaded again. Several may be on their way at
 * once: a download takes memory for a few chunks, and one that is slow keeps no other from being
 * opened. Thread safe.
 */
public final class SnapshotStore {
  private static final long MEGABYTE = 1_000_000;

  private final BlobCache cache;
  private final BlobsInUse inUse = new BlobsInUse();
  private final NotedVersions noted;
  private final DerivedFolders derived;
  private final RegistryClient registry;
  private final CacheConfiguration configuration;
  private final Upkeep upkeep;
  private final Clock clock;

  /**
   * Makes a store.
   *
   * @param current what was loaded last of each alias that is followed
   */
  SnapshotStore(
      CacheConfiguration configuration,
      List<CurrentFile> current,
      Upkeep upkeep,
      DerivedFolders derived,
      RegistryClient registry,
      Clock clock) {
    this.cache = new BlobCache(configuration.directory(), upkeep, clock);
    this.noted = new NotedVersions(cache, current);
    this.upkeep = upkeep;
    this.derived = derived;
    this.registry = registry;
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * Opens any published version, e.g. to evaluate it.
   *
   * @param version the resource name, {@code models/{model}/versions/{number}}
   * @param roles the blobs that are needed
   * @return the snapshot, which the caller closes; the cache is tidied up then
   * @throws io.matinee.runtime.error.MatineeException MODEL_VERSION_NOT_FOUND,
   *     REGISTRY_UNAVAILABLE, BLOB_CORRUPT, STORAGE_FULL, CACHE_UNUSABLE
   */
  public CachedSnapshot open(String version, Set<BlobRole> roles) {
    try {
      return open(registry.version(version), roles, this::tidy);
    } catch (RuntimeException failure) {
      throw LoadFailures.explain(failure);
    }
  }

  /** Opens what an alias points at. */
  CachedSnapshot open(Target target, Set<BlobRole> roles) {
    return open(target, roles, () -> {});
  }

  private CachedSnapshot open(Target target, Set<BlobRole> roles, Runnable afterwards) {
    Runnable releaseManifest = hold(Set.of(target.manifest().sha256()));
    try {
      Manifest manifest = manifest(target);
      Runnable release = hold(target.digests(manifest));
      Runnable end =
          () -> {
            release.run();
            afterwards.run();
          };
      boolean opened = false;
      try {
        CachedSnapshot snapshot = new CachedSnapshot(open(manifest, roles), end);
        opened = true;
        return snapshot;
      } finally {
        if (!opened) {
          end.run();
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      releaseManifest.run();
    }
  }

  /** Holds blobs before it is looked whether they are here: never while some are being deleted. */
  private synchronized Runnable hold(Set<String> digests) {
    return inUse.hold(digests);
  }

  /**
   * Remembers what was loaded, and tidies up behind it, as far as the cache can be written. What
   * was noted until now was in use until now: an alias may soon be set back to it.
   */
  void remember(CurrentFile current, Note note) {
    upkeep.attempt(
        () -> {
          cache.touch(noted.blobs());
          derived.touch(noted.derived());
          current.write(note);
          evict();
        });
  }

  private void tidy() {
    upkeep.attempt(this::evict);
  }

  /**
   * Deletes what no open snapshot needs, no followed alias had loaded last, and nobody used for the
   * retention time, or is too much: blobs, and what was derived from them.
   */
  private synchronized void evict() throws IOException {
    Instant before = clock.instant().minus(configuration.retention());
    long most = configuration.unusedMegabytes() * MEGABYTE;
    Set<String> needed = new HashSet<>(inUse.digests());
    needed.addAll(noted.blobs());
    cache.evict(new Retention(needed, before, most));
    derived.evict(noted.derived(), before);
  }

  /**
   * Returns what is damaged among the files of a version that was opened; one that is missing or
   * cannot be read is, too.
   *
   * @param pace is told how many bytes of each part were read, and may take its time or throw
   */
  List<CorruptBlobException> damaged(Target target, Set<BlobRole> roles, LongConsumer pace) {
    Optional<CorruptBlobException> unreadable = cache.damage(target.manifest(), pace);
    if (unreadable.isPresent()) {
      return List.of(unreadable.get());
    }
    return needed(cache.manifest(target), roles).stream()
        .flatMap(blob -> cache.damage(blob, pace).stream())
        .toList();
  }

  /** Fetches again the files of a version that are damaged. */
  void mend(Target target, Set<BlobRole> roles) {
    try {
      mend(manifest(target), roles);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Snapshot open(Manifest manifest, Set<BlobRole> roles) throws IOException {
    fetch(manifest, roles);
    try {
      return Snapshot.open(manifest, cache::locate, roles);
    } catch (CorruptBlobException damagedInCache) {
      mend(manifest, roles);
      return Snapshot.open(manifest, cache::locate, roles);
    }
  }

  private void mend(Manifest manifest, Set<BlobRole> roles) throws IOException {
    for (BlobReference blob : needed(manifest, roles)) {
      cache.mend(blob, registry);
    }
  }

  private void fetch(Manifest manifest, Set<BlobRole> roles) throws IOException {
    for (BlobReference blob : needed(manifest, roles)) {
      cache.fetch(blob, registry);
    }
  }

  private static List<BlobReference> needed(Manifest manifest, Set<BlobRole> roles) {
    return roles.stream().map(manifest::blob).flatMap(Optional::stream).toList();
  }

  private Manifest manifest(Target target) throws IOException {
    cache.fetch(target.manifest(), registry);
    try {
      return cache.manifest(target);
    } catch (CorruptBlobException damagedInCache) {
      cache.mend(target.manifest(), registry);
      return cache.manifest(target);
    }
  }
}
