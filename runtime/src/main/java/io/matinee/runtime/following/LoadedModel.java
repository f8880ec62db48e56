package io.matinee.runtime.following;

import io.matinee.model.snapshot.Snapshot;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * A model with the count of those who use it. It is closed by whoever lets go of it last. Thread
 * safe, without locks.
 */
final class LoadedModel<T extends AutoCloseable> {
  private static final Logger LOG = Logger.getLogger(LoadedModel.class);

  private final T model;
  private final CachedSnapshot opened;
  private final Target target;
  private final Instant loadTime;
  private final AtomicInteger holders = new AtomicInteger(1);

  /** Takes a model that nobody else uses; the caller is its first holder. */
  LoadedModel(T model, CachedSnapshot opened, Target target, Instant loadTime) {
    this.model = model;
    this.opened = opened;
    this.target = target;
    this.loadTime = loadTime;
  }

  T model() {
    return model;
  }

  /** Returns what the model reads from; the model closes it. */
  Snapshot snapshot() {
    return opened.snapshot();
  }

  Target target() {
    return target;
  }

  String version() {
    return target.version();
  }

  /** Returns what it is, for statuses. */
  LoadedVersion description() {
    return new LoadedVersion(version(), loadTime, snapshot().manifest().ratingsRevision());
  }

  /** Adds a holder; false when the last one has already let go. */
  boolean hold() {
    int count = holders.get();
    while (count > 0) {
      int witness = holders.compareAndExchange(count, count + 1);
      if (witness == count) {
        return true;
      }
      count = witness;
    }
    return false;
  }

  /** Lets go; closes the model when nobody holds it any more. */
  void release() {
    if (holders.decrementAndGet() == 0) {
      close();
    }
  }

  private void close() {
    try {
      model.close();
      LOG.debugf("freed %s", version());
    } catch (Exception failure) {
      LOG.errorf(failure, "could not free %s", version());
    } finally {
      opened.close();
    }
  }
}
