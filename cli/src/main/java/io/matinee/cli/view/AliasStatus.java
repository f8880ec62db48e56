package io.matinee.cli.view;

import com.google.protobuf.util.Timestamps;
import io.matinee.proto.model.v1.FailedLoad;
import io.matinee.proto.model.v1.FollowedAlias;

/**
 * What a reader has loaded of an alias.
 *
 * @param alias its name
 * @param loaded the version that answers its calls; empty for none
 * @param loadTime since when; empty for none
 * @param ratingsRevision the revision of the live ratings in that version; 0 for none
 * @param target the version that it points at; empty for none
 * @param trouble that it points at nothing and what to do, or why the last load failed, while it
 *     answers from another version than it should; empty for none
 */
public record AliasStatus(
    String alias,
    String loaded,
    String loadTime,
    long ratingsRevision,
    String target,
    String trouble) {

  /**
   * What a reader tells.
   *
   * @param heard whether it has heard the trainer, so that it knows what the alias points at
   */
  static AliasStatus of(FollowedAlias followed, boolean heard) {
    return new AliasStatus(
        followed.getAlias(),
        followed.getLoaded().getModelVersion(),
        followed.hasLoaded() ? Timestamps.toString(followed.getLoaded().getLoadTime()) : "",
        followed.getLoaded().getRatingsRevision(),
        followed.getTargetVersion(),
        trouble(followed, heard));
  }

  private static String trouble(FollowedAlias followed, boolean heard) {
    if (heard && followed.getTargetVersion().isEmpty()) {
      return "no version: " + remedy(followed.getAlias().split("/", -1));
    }
    boolean asItShouldBe =
        followed.getLoaded().getModelVersion().equals(followed.getTargetVersion());
    if (asItShouldBe || !followed.hasLastFailedLoad()) {
      return "";
    }
    FailedLoad load = followed.getLastFailedLoad();
    return "%s: %s: %s".formatted(load.getModelVersion(), load.getReason(), load.getMessage());
  }

  /** The command that points it at one, from the parts of its name. */
  private static String remedy(String... parts) {
    return "./matinee alias set %s N --model %s".formatted(parts[3], parts[1]);
  }
}
