package io.matinee.runtime.following;

import io.matinee.runtime.configuration.NoLongerThan;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What is followed, and how patiently. */
@ConfigMapping(prefix = "matinee.follow")
public interface FollowConfiguration {
  /** Returns the model's id. */
  @WithDefault("movies")
  String model();

  /**
   * Returns the ids of the aliases, each once. Calls that name none are answered from the first, by
   * which the process is ready or not.
   */
  @WithDefault("production")
  List<String> aliases();

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

  /** Returns the resource names of the aliases, {@code models/{model}/aliases/{alias}}. */
  default List<String> aliasNames() {
    return aliases().stream().map(alias -> "models/" + model() + "/aliases/" + alias).toList();
  }
}
