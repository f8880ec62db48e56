package io.matinee.runtime.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How calls are treated. */
@ConfigMapping(prefix = "matinee.call")
public interface CallConfiguration {
  /** Returns the deadline of unary calls whose caller sets none. */
  @WithDefault("30s")
  Duration defaultDeadline();
}
