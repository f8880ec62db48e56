package io.matinee.runtime.following;

import java.time.Duration;

/** Hears what a follower does, on its threads; must not block. */
public interface FollowingListener {
  /** The status changed. */
  default void changed(FollowingStatus status) {}

  /** A version answers from now on; building it took so long. */
  default void loaded(String version, Duration took) {}

  /** A load failed. */
  default void failed(FailedLoad failure) {}
}
