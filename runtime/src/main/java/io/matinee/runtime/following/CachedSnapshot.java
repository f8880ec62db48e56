package io.matinee.runtime.following;

import io.matinee.model.snapshot.Snapshot;

/** An open snapshot whose blobs stay in the cache until it is closed. */
public final class CachedSnapshot implements AutoCloseable {
  private final Snapshot snapshot;
  private final Runnable release;

  CachedSnapshot(Snapshot snapshot, Runnable release) {
    this.snapshot = snapshot;
    this.release = release;
  }

  /** Returns the snapshot; not to be used after this is closed. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /**
   * Closes the snapshot, and lets its blobs go when the cache needs the room; to be called once.
   */
  @Override
  public void close() {
    try {
      snapshot.close();
    } finally {
      release.run();
    }
  }
}
