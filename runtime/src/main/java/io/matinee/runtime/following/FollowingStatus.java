package io.matinee.runtime.following;

import java.time.Instant;
import java.util.Optional;

/**
 * What a reader has loaded, and what it should have.
 *
 * @param alias the alias that is followed, {@code models/{model}/aliases/{alias}}
 * @param loaded what answers calls; empty when there is nothing
 * @param targetKnown whether it is known what the alias points at, from the registry or the cache
 * @param targetVersion what the alias points at, as last heard; empty for nothing
 * @param lastFailedLoad the last load that failed since the start
 * @param registry how well the registry is heard
 */
public record FollowingStatus(
    String alias,
    Optional<LoadedVersion> loaded,
    boolean targetKnown,
    Optional<String> targetVersion,
    Optional<FailedLoad> lastFailedLoad,
    RegistryContact registry) {

  /** Returns the status before anything is loaded or heard. */
  static FollowingStatus initial(String alias) {
    return new FollowingStatus(
        alias, Optional.empty(), false, Optional.empty(), Optional.empty(), RegistryContact.NONE);
  }

  /** Returns the resource name of the version that answers calls. */
  public Optional<String> loadedVersion() {
    return loaded.map(LoadedVersion::name);
  }

  /** Returns whether calls are answered. */
  public boolean answers() {
    return loaded.isPresent();
  }

  /**
   * Returns whether the process is as ready as it can be: it answers (while a newer version is
   * being loaded, or fails to load, the one before goes on answering), or the alias points at
   * nothing.
   */
  public boolean ready() {
    return answers() || (targetKnown && targetVersion.isEmpty());
  }

  FollowingStatus loaded(LoadedVersion version) {
    return new FollowingStatus(
        alias, Optional.of(version), targetKnown, targetVersion, lastFailedLoad, registry);
  }

  FollowingStatus unloaded() {
    return new FollowingStatus(
        alias, Optional.empty(), targetKnown, targetVersion, lastFailedLoad, registry);
  }

  FollowingStatus target(Optional<String> version) {
    return new FollowingStatus(alias, loaded, true, version, lastFailedLoad, registry);
  }

  FollowingStatus failed(FailedLoad failure) {
    return new FollowingStatus(
        alias, loaded, targetKnown, targetVersion, Optional.of(failure), registry);
  }

  FollowingStatus connected(boolean connected) {
    return new FollowingStatus(
        alias, loaded, targetKnown, targetVersion, lastFailedLoad, registry.connected(connected));
  }

  FollowingStatus heard(Optional<Instant> last, boolean tooLongAgo) {
    return new FollowingStatus(
        alias,
        loaded,
        targetKnown,
        targetVersion,
        lastFailedLoad,
        registry.heard(last, tooLongAgo));
  }
}
