package io.matinee.runtime.following;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Snapshots of versions, opened from the cache after what is missing was downloaded and everything
 * was verified. One open at a time; thread safe.
 */
public final class SnapshotStore {
  private final BlobCache cache;
  private final RegistryClient registry;
  private final CacheConfiguration configuration;
  private final Clock clock;

  SnapshotStore(CacheConfiguration configuration, RegistryClient registry, Clock clock) {
    this.cache = new BlobCache(configuration.directory(), clock);
    this.registry = registry;
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * Opens any published version, e.g. to evaluate it.
   *
   * @param version the resource name, {@code models/{model}/versions/{number}}
   * @param roles the blobs that are needed
   * @return the snapshot, which the caller closes
   * @throws io.matinee.runtime.error.MatineeException MODEL_VERSION_NOT_FOUND,
   *     REGISTRY_UNAVAILABLE, BLOB_CORRUPT, STORAGE_FULL
   */
  public Snapshot open(String version, Set<BlobRole> roles) {
    try {
      return open(registry.version(version), roles);
    } catch (RuntimeException failure) {
      throw LoadFailures.explain(failure);
    }
  }

  /** Opens what an alias points at. */
  synchronized Snapshot open(Target target, Set<BlobRole> roles) {
    try {
      Manifest manifest = manifest(target);
      for (BlobReference blob : needed(manifest, roles)) {
        cache.fetch(blob, registry);
      }
      return Snapshot.open(manifest, cache::locate, roles);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Deletes what the given version does not need and nobody fetched for the retention time. */
  synchronized void evictAllBut(Target target) throws IOException {
    Manifest manifest = Manifest.fromJson(Files.readString(cache.locate(target.manifest())));
    Set<String> inUse =
        manifest.blobs().stream()
            .map(BlobReference::sha256)
            .collect(Collectors.toCollection(HashSet::new));
    inUse.add(target.manifest().sha256());
    cache.evict(inUse, clock.instant().minus(configuration.retention()));
  }

  private Manifest manifest(Target target) throws IOException {
    Path file = cache.fetch(target.manifest(), registry);
    return Manifest.fromJson(Files.readString(file));
  }

  private static Set<BlobReference> needed(Manifest manifest, Set<BlobRole> roles) {
    Set<String> names = roles.stream().map(BlobRole::blobName).collect(Collectors.toSet());
    return manifest.blobs().stream()
        .filter(blob -> names.contains(blob.name()))
        .collect(Collectors.toSet());
  }
}
