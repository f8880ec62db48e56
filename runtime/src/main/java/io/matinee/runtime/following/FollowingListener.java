package io.matinee.runtime.following;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Hears what a follower does, on its threads; must not block. */
public interface FollowingListener {
  /** The status changed. */
  default void changed(FollowingStatus status) {}

  /** A version answers from now on; building it took so long. */
  default void loaded(String version, Duration took) {}

  /** What answers was read again, at a time; these blobs of it are damaged, maybe none. */
  default void inspected(Instant time, List<String> damagedBlobs) {}

  /** A load failed. */
  default void failed(FailedLoad failure) {}
}
