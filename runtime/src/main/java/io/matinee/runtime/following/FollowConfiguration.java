package io.matinee.runtime.following;

import io.matinee.runtime.configuration.NoLongerThan;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is followed, and how patiently. */
@ConfigMapping(prefix = "matinee.follow")
public interface FollowConfiguration {
  /** Returns the model's id. */
  @WithDefault("movies")
  String model();

  /** Returns the alias's id. */
  @WithDefault("production")
  String alias();

  /**
   * Returns the silence after which the watch is begun anew; the trainer gives a sign of life every
   * 10 s.
   */
  @WithDefault("45s")
  Duration heartbeatTimeout();

  /**
   * Returns the silence after which the reader says that what it has loaded may be stale; it goes
   * on answering.
   */
  @WithDefault("60s")
  Duration staleAfter();

  /** Returns the shortest wait before another attempt to watch or to load. */
  @NoLongerThan("longestRetry")
  @WithDefault("500ms")
  Duration shortestRetry();

  /** Returns the longest wait before another attempt. */
  @WithDefault("30s")
  Duration longestRetry();

  /** Returns the resource name of the alias, {@code models/{model}/aliases/{alias}}. */
  default String aliasName() {
    return "models/" + model() + "/aliases/" + alias();
  }
}
