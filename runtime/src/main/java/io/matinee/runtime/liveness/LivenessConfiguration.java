package io.matinee.runtime.liveness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a process counts as stuck. */
@ConfigMapping(prefix = "matinee.liveness")
public interface LivenessConfiguration {
  /** Returns how long a thread that the process cannot do without may make no progress. */
  @WithDefault("30s")
  Duration patience();
}
