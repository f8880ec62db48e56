package io.matinee.runtime.rehearsal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether this start is one to learn from. */
@ConfigMapping(prefix = "matinee.start")
public interface RehearsalConfiguration {
  /**
   * Returns whether the process gets warm, loads a made-up model if it follows one, and ends with
   * exit code 0: the run that records a class archive.
   */
  @WithDefault("false")
  boolean rehearsal();
}
