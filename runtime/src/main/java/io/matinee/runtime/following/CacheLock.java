package io.matinee.runtime.following;

import io.matinee.model.durable.FolderInUseException;
import io.matinee.model.durable.FolderLock;
import io.matinee.model.durable.OwnerOnly;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps the cache to this process; one that cannot be written is shared, since nobody changes it.
 */
@Singleton
public class CacheLock {
  private final Path cache;
  private final Upkeep upkeep;
  private Optional<FolderLock> lock = Optional.empty();

  @Inject
  CacheLock(CacheConfiguration configuration, Upkeep upkeep) {
    this.cache = configuration.directory();
    this.upkeep = upkeep;
  }

  /**
   * Takes the cache, before anything of it is used.
   *
   * @throws IllegalStateException when another process has it; says which, and what to do
   */
  public void take() {
    try {
      upkeep.attempt(
          () ->
              lock =
                  Optional.of(
                      FolderLock.acquire(OwnerOnly.createFolder(cache).resolve("cache.lock"))));
    } catch (FolderInUseException inUse) {
      throw new IllegalStateException(
          inUse.advice("reader", cache, "MATINEE_CACHE_DIRECTORY"), inUse);
    }
  }

  @PreDestroy
  void free() throws IOException {
    if (lock.isPresent()) {
      lock.get().close();
    }
  }
}
