package io.matinee.runtime.following;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The models of all aliases that a process follows, and which of them answers a call. Thread safe.
 *
 * @param <T> what answers calls
 */
public final class FollowedAliases<T extends AutoCloseable> {
  private final List<Following<T>> all;
  private final Following<T> first;

  /**
   * Chooses among followers.
   *
   * @param all one an alias, at least one; the first answers calls that name no alias
   */
  FollowedAliases(List<Following<T>> all) {
    this.all = List.copyOf(all);
    this.first = this.all.getFirst();
  }

  /**
   * Leases the model that answers a call.
   *
   * @param alias the resource name of the alias that the request names; empty for the first, or
   *     with a pinned version for whichever has it loaded
   * @param pinnedVersion the resource name of the version that must answer; empty for any
   * @throws MatineeException ALIAS_NOT_FOLLOWED for another alias; MODEL_NOT_READY when the alias
   *     has none loaded; VERSION_NOT_LOADED when the pinned version is not; BLOB_CORRUPT while a
   *     damaged one is being loaded again
   */
  public Lease<T> acquire(String alias, String pinnedVersion) {
    if (!alias.isEmpty()) {
      return named(alias).acquire(pinnedVersion);
    }
    return pinnedVersion.isEmpty()
        ? first.acquire()
        : find(pinnedVersion).orElseGet(() -> first.acquire(pinnedVersion));
  }

  /** Shows each version that is loaded, once, however many aliases have it; for the call alone. */
  public void visit(Consumer<Lease<T>> visitor) {
    all.stream()
        .map(Following::status)
        .flatMap(status -> status.loadedVersion().stream())
        .distinct()
        .flatMap(version -> find(version).stream())
        .forEach(
            lease -> {
              try (lease) {
                visitor.accept(lease);
              }
            });
  }

  private Following<T> named(String alias) {
    for (Following<T> following : all) {
      if (following.alias().equals(alias)) {
        return following;
      }
    }
    String followed = all.stream().map(Following::alias).collect(Collectors.joining(", "));
    String problem =
        "is not followed here: matinee.follow.aliases has %s; name one of these, or none"
            .formatted(followed);
    throw MatineeException.of(Reason.ALIAS_NOT_FOLLOWED, "alias " + alias + " " + problem)
        .with("alias", alias)
        .onField("alias", problem);
  }

  private Optional<Lease<T>> find(String version) {
    for (Following<T> following : all) {
      Optional<Lease<T>> lease = following.find(version);
      if (lease.isPresent()) {
        return lease;
      }
    }
    return Optional.empty();
  }
}
