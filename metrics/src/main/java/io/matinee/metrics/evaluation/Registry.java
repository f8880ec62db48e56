package io.matinee.metrics.evaluation;

import io.matinee.runtime.following.CachedSnapshot;

/** Where versions come from. */
public interface Registry {
  /**
   * Returns a version.
   *
   * @throws io.matinee.runtime.error.MatineeException MODEL_VERSION_NOT_FOUND when there is none of
   *     this name, REGISTRY_UNAVAILABLE when the registry cannot be reached
   */
  PublishedVersion find(String name);

  /** Returns whether there is a version of this name. */
  boolean has(String name);

  /**
   * Has the registry keep a version while work reads it.
   *
   * @param name the version
   * @param work the name of what reads it
   * @throws io.matinee.runtime.error.MatineeException REGISTRY_UNAVAILABLE when the registry cannot
   *     be reached
   */
  Hold hold(String name, String work);

  /**
   * Fetches the blobs of a version that are not here yet, checks them, and opens the version; the
   * caller closes it and so lets its blobs go.
   *
   * @throws io.matinee.runtime.error.MatineeException BLOB_CORRUPT when a blob is not what was
   *     published, REGISTRY_UNAVAILABLE when the registry cannot be reached
   */
  CachedSnapshot open(PublishedVersion version);

  /** A version that is kept until this is closed. */
  interface Hold extends AutoCloseable {
    /** Lets the version go. */
    @Override
    void close();
  }
}
