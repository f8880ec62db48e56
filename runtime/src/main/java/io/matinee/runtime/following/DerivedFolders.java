package io.matinee.runtime.following;

import io.matinee.model.durable.Folders;
import io.matinee.model.durable.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a reader computed from blobs and would have to compute again at its next start: folders that
 * are known by a key of all that they depend on, {@code derived/<key>}. A folder is there whole or
 * not at all; what is being written is {@code derived/<key>.partial}. Used by one thread of one
 * process at a time.
 */
public final class DerivedFolders {
  private static final String PARTIAL = ".partial";

  private final Path derived;
  private final Upkeep upkeep;
  private final Clock clock;
  private final BlobsInUse inUse = new BlobsInUse();

  /**
   * Opens the part of a cache that holds what was derived; it need not be there.
   *
   * @param cache the cache's folder
   */
  public DerivedFolders(Path cache, Clock clock) {
    this(cache, new Upkeep(cache), clock);
  }

  DerivedFolders(Path cache, Upkeep upkeep, Clock clock) {
    this.upkeep = upkeep;
    this.derived = cache.resolve("derived");
    this.clock = clock;
  }

  /**
   * Has the folder of a key, whether there is one yet or not, stay when others go. What is returned
   * lets go of it, to be run once.
   */
  public Runnable hold(String key) {
    return inUse.hold(Set.of(key));
  }

  /** Returns the folder of a key, if there is one. */
  public Optional<Path> find(String key) {
    Optional<Path> found = Optional.of(folder(key)).filter(Files::isDirectory);
    found.ifPresent(
        folder ->
            upkeep.attempt(
                () -> {
                  OwnerOnly.seal(folder);
                  touch(folder);
                }));
    return found;
  }

  /** Returns an empty folder to write; what the key has had, whole or partial, is deleted. */
  public Path begin(String key) throws IOException {
    abandon(key);
    Folders.delete(folder(key));
    return OwnerOnly.createFolder(partial(key));
  }

  /** Makes what was written the folder of its key, durably. Files of it may be open. */
  public void keep(String key) throws IOException {
    Folders.moveInPlace(partial(key), folder(key));
    upkeep.attempt(() -> OwnerOnly.seal(folder(key)));
  }

  /** Deletes what was written and not kept. Files of it may be open. */
  public void abandon(String key) throws IOException {
    Folders.delete(partial(key));
  }

  /** Deletes all, in use or not. */
  public void clear() throws IOException {
    Folders.delete(derived);
  }

  /**
   * Deletes what is neither in use nor noted and was last in use, or begun, before an instant.
   *
   * @param noted the keys of what the next start would use
   */
  void evict(Set<String> noted, Instant before) throws IOException {
    Set<String> held = new HashSet<>(inUse.digests());
    touch(held);
    held.addAll(noted);
    new Retention(held, before, Long.MAX_VALUE).evict(derived);
  }

  /** Notes that folders are in use now, those of them that are here. */
  void touch(Set<String> keys) throws IOException {
    for (String key : keys) {
      if (Files.isDirectory(folder(key))) {
        touch(folder(key));
      }
    }
  }

  private void touch(Path folder) throws IOException {
    Files.setLastModifiedTime(folder, FileTime.from(clock.instant()));
  }

  private Path folder(String key) {
    return derived.resolve(key);
  }

  private Path partial(String key) {
    return derived.resolve(key + PARTIAL);
  }
}
