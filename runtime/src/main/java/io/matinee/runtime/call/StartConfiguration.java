package io.matinee.runtime.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the process starts. */
@ConfigMapping(prefix = "matinee.start")
public interface StartConfiguration {
  /**
   * Returns whether the process ends, with exit code 0, once it is warm: the run that records a
   * class archive.
   */
  @WithDefault("false")
  boolean endWhenWarm();
}
