package io.matinee.runtime.following;

import java.time.Instant;
import java.util.Optional;

/**
 * How well a reader hears the registry.
 *
 * @param connected whether it is being heard at present
 * @param lastHeard when it was heard last; empty before the first time
 * @param stale whether that is so long ago that the alias may long point elsewhere
 */
public record RegistryContact(boolean connected, Optional<Instant> lastHeard, boolean stale) {
  /** The registry was never heard, and need not have been yet. */
  static final RegistryContact NONE = new RegistryContact(false, Optional.empty(), false);

  RegistryContact connected(boolean now) {
    return new RegistryContact(now, lastHeard, stale);
  }

  RegistryContact heard(Optional<Instant> last, boolean tooLongAgo) {
    return new RegistryContact(connected, last, tooLongAgo);
  }
}
