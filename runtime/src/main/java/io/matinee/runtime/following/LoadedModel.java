package io.matinee.runtime.following;

import io.matinee.model.snapshot.Snapshot;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * A model with the count of those who use it: the followers that answer from it, and leases. It is
 * closed by whoever lets go of it last. Thread safe, without locks.
 */
final class LoadedModel<T extends AutoCloseable> {
  private static final Logger LOG = Logger.getLogger(LoadedModel.class);

  private final T model;
  private final CachedSnapshot opened;
  private final Target target;
  private final Consumer<LoadedModel<T>> closing;
  private final AtomicInteger holders = new AtomicInteger(1);

  /**
   * Takes a model that nobody else uses; the caller is its first holder.
   *
   * @param closing hears that the last one has let go
   */
  LoadedModel(T model, CachedSnapshot opened, Target target, Consumer<LoadedModel<T>> closing) {
    this.model = model;
    this.opened = opened;
    this.target = target;
    this.closing = closing;
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

  /** Returns what it is, for the status of a follower that answers from it since then. */
  LoadedVersion description(Instant since) {
    return new LoadedVersion(version(), since, snapshot().manifest().ratingsRevision());
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
    closing.accept(this);
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
