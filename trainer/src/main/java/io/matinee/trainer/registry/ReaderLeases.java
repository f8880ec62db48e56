package io.matinee.trainer.registry;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.name.ModelVersionName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the readers have loaded, and what their work needs, for as long as they say so. Kept in
 * memory: after a restart of the trainer they report again within a lease. No more than {@value
 * #MOST} readers. Thread-safe.
 */
public final class ReaderLeases {
  /** How many readers may hold leases. */
  public static final int MOST = 1_000;

  private final Duration duration;
  private final Clock clock;
  private final Map<String, Lease> leases = new HashMap<>();

  /** Leases of a duration. */
  public ReaderLeases(Duration duration, Clock clock) {
    this.duration = duration;
    this.clock = clock;
  }

  /**
   * Renews a reader's lease.
   *
   * @param reader the reader's id
   * @param versions all that it has loaded
   * @param needed what work of its reads beside, by the names of what needs it
   * @return how long the lease holds
   * @throws MatineeException QUEUE_FULL for one more reader than there may be
   */
  public synchronized Duration renew(
      String reader, Set<ModelVersionName> versions, Map<String, ModelVersionName> needed) {
    Instant now = clock.instant();
    if (!leases.containsKey(reader)) {
      leases.values().removeIf(lease -> lease.end().isBefore(now));
      if (leases.size() == MOST) {
        throw MatineeException.of(
            Reason.QUEUE_FULL,
            "%,d readers report already; report again when one has ended.".formatted(MOST));
      }
    }
    leases.put(reader, new Lease(Set.copyOf(versions), Map.copyOf(needed), now.plus(duration)));
    return duration;
  }

  /** Returns the names of the versions that readers hold now. */
  public synchronized Set<ModelVersionName> versions() {
    Instant now = clock.instant();
    return leases.values().stream()
        .filter(lease -> !lease.end().isBefore(now))
        .flatMap(lease -> lease.versions().stream())
        .collect(Collectors.toSet());
  }

  /** Returns the names of what needs a version now, so that it must not be deleted. */
  synchronized List<String> needing(ModelVersionName version) {
    Instant now = clock.instant();
    return leases.values().stream()
        .filter(lease -> !lease.end().isBefore(now))
        .flatMap(lease -> lease.needed().entrySet().stream())
        .filter(need -> need.getValue().equals(version))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private record Lease(
      Set<ModelVersionName> versions, Map<String, ModelVersionName> needed, Instant end) {}
}
