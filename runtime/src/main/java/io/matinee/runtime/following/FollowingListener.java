package io.matinee.runtime.following;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Hears what a follower does, on its threads, one call at a time. It hears of every change, in the
 * order of the changes, and each while it is true: until the call returns, neither the status nor
 * what answers changes again. So a call must not block, nor wait for another thread that asks
 * something of the follower. One that fails is reported as a bug, and the next call comes all the
 * same.
 */
public interface FollowingListener {
  /** The status changed to this one. */
  default void changed(FollowingStatus status) {}

  /** A version answers, as {@link #changed} has said; building it took so long. */
  default void loaded(String version, Duration took) {}

  /** What answers was read again, at a time; these blobs of it are damaged, maybe none. */
  default void inspected(Instant time, List<String> damagedBlobs) {}

  /** A load failed, as {@link #changed} has said; what answered before goes on. */
  default void failed(FailedLoad failure) {}
}
