package io.matinee.runtime.inbound;

import io.matinee.runtime.configuration.Within;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may come in. */
@ConfigMapping(prefix = "matinee.inbound")
public interface InboundConfiguration {
  /** Returns how many bytes the requests of all open calls may have together. */
  @Within(least = 16 << 10)
  @WithDefault("33554432")
  long bytes();
}
