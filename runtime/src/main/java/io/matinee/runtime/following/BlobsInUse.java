package io.matinee.runtime.following;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The blobs of a cache that are needed at present, each by so many. Thread safe. */
final class BlobsInUse {
  private final Map<String, Integer> holders = new HashMap<>();

  /** Holds blobs, by their digests; what is returned lets go of them, to be run once. */
  synchronized Runnable hold(Set<String> digests) {
    digests.forEach(digest -> holders.merge(digest, 1, Integer::sum));
    return () -> release(digests);
  }

  /** Returns the digests of what somebody holds. */
  synchronized Set<String> digests() {
    return Set.copyOf(holders.keySet());
  }

  private synchronized void release(Set<String> digests) {
    digests.forEach(
        digest -> holders.computeIfPresent(digest, (key, count) -> count == 1 ? null : count - 1));
  }
}
