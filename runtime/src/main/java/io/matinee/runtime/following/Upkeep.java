package io.matinee.runtime.following;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * What keeps a cache in order but is not needed to load from it: it is left out, with one warning,
 * where the cache cannot be written. Thread safe.
 */
final class Upkeep {
  private static final Logger LOG = Logger.getLogger(Upkeep.class);

  private final Path cache;
  private final AtomicBoolean warned = new AtomicBoolean();

  Upkeep(Path cache) {
    this.cache = cache;
  }

  /** What may be left out. */
  @FunctionalInterface
  interface Step {
    /** Does it. */
    void run() throws IOException;
  }

  /** Tries it. */
  void attempt(Step step) {
    try {
      step.run();
    } catch (IOException | UncheckedIOException | ReadOnlyFileSystemException failure) {
      if (warned.compareAndSet(false, true)) {
        LOG.warnf(
            "the cache %s cannot be written (%s): what is in it is used, and nothing of it goes; if"
                + " that is not meant, make the folder writable",
            cache, failure);
      }
    }
  }
}
