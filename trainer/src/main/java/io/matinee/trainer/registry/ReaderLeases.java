package io.matinee.trainer.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What the readers have loaded, for as long as they say so. Kept in memory: after a restart of the
 * trainer they report again within a lease. Thread-safe.
 */
public final class ReaderLeases {
  private final Duration duration;
  private final Clock clock;
  private final Map<String, Lease> leases = new ConcurrentHashMap<>();

  /** Leases of a duration. */
  public ReaderLeases(Duration duration, Clock clock) {
    this.duration = duration;
    this.clock = clock;
  }

  /**
   * Renews a reader's lease.
   *
   * @param reader the reader's id
   * @param version the version's name, or "" when it has loaded none
   * @return how long the lease holds
   */
  public Duration renew(String reader, String version) {
    Instant now = clock.instant();
    leases.values().removeIf(lease -> lease.end().isBefore(now));
    leases.put(reader, new Lease(version, now.plus(duration)));
    return duration;
  }

  /** The names of the versions that readers hold now. */
  public Set<String> versions() {
    Instant now = clock.instant();
    return leases.values().stream()
        .filter(lease -> !lease.version().isEmpty() && !lease.end().isBefore(now))
        .map(Lease::version)
        .collect(Collectors.toSet());
  }

  private record Lease(String version, Instant end) {}
}
