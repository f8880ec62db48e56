package io.matinee.runtime.following;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where downloaded blobs are kept, and what is derived from them. */
@ConfigMapping(prefix = "matinee.cache")
public interface CacheConfiguration {
  /** Returns the folder; one process at a time uses it. */
  Path directory();

  /** Returns how long a blob, or what is derived, that no loaded version needs is kept. */
  @WithDefault("1d")
  Duration retention();

  /**
   * Returns how much of blobs that no loaded version and no evaluation at work needs is kept, in
   * megabytes; what was used last stays.
   */
  @WithDefault("1024")
  int unusedMegabytes();

  /** Returns the time between two inspections of what is loaded. */
  @WithDefault("1h")
  Duration checkInterval();

  /** Returns how much such an inspection reads in a second at most, in megabytes. */
  @WithDefault("64")
  int checkMegabytesPerSecond();
}
