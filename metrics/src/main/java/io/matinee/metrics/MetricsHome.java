package io.matinee.metrics;

import io.matinee.model.durable.FolderInUseException;
import io.matinee.model.durable.FolderLock;
import io.matinee.runtime.following.CacheLock;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folders of this process's service: taken before they are read, given back at the end. */
@Singleton
class MetricsHome {
  private final Path folder;
  private final FolderLock lock;

  @Inject
  MetricsHome(MetricsConfiguration configuration, CacheLock cache) throws IOException {
    folder = Files.createDirectories(configuration.home());
    lock = lock(folder);
    cache.take();
  }

  /** Returns the folder of operations. */
  Path operations() {
    return folder.resolve("operations");
  }

  @PreDestroy
  void close() throws IOException {
    lock.close();
  }

  private static FolderLock lock(Path folder) throws IOException {
    try {
      return FolderLock.acquire(folder.resolve("metrics.lock"));
    } catch (FolderInUseException inUse) {
      throw new IllegalStateException(
          inUse.advice("metrics service", folder, "MATINEE_METRICS_HOME"), inUse);
    }
  }
}
