package io.matinee.runtime.following;

import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Snapshot;
import java.util.Set;

/**
 * How a service turns a snapshot into what it answers from. A service that follows an alias has one
 * bean of this type. Called from one thread, never by two at once.
 *
 * @param <T> what answers calls; it owns its snapshot and closes it
 */
public interface ModelReader<T extends AutoCloseable> {
  /** Returns the blobs that the service needs; only these are downloaded. */
  Set<BlobRole> roles();

  /**
   * Builds what answers calls, beside the one that is answering.
   *
   * @param snapshot the verified snapshot; closed by the follower when this method throws, by
   *     {@code T} otherwise
   * @param versionName the resource name, {@code models/{model}/versions/{number}}
   */
  T load(Snapshot snapshot, String versionName);

  /** Exercises what was built, so that its first call is as fast as the others. */
  void warm(T loaded);

  /**
   * Returns the keys of the {@linkplain DerivedFolders folders} that a start would load it from,
   * where there are any: they stay until another version is loaded.
   */
  default Set<String> derived(T loaded) {
    return Set.of();
  }

  /**
   * Reads again what was loaded from files beside the snapshot, where there are any.
   *
   * @throws io.matinee.model.snapshot.CorruptBlobException when they are no longer what they were
   */
  default void verify(T loaded) {}
}
