package io.matinee.runtime.operation;

import io.matinee.runtime.configuration.Within;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many operations may wait, be waited for and be kept. */
@ConfigMapping(prefix = "matinee.operation")
public interface OperationConfiguration {
  /** Returns how many operations of a kind may wait for their turn; more are refused. */
  @Within(most = 10_000)
  @WithDefault("16")
  int queueLimit();

  /** Returns how many calls may wait for the end of operations at once; more are refused. */
  @Within(most = 10_000)
  @WithDefault("1000")
  int waiters();

  /** Returns how many operations are kept after their end; the oldest go first. */
  @Within(most = 10_000)
  @WithDefault("1000")
  int kept();

  /** Returns how long an operation is kept after its end. */
  @WithDefault("90d")
  Duration keptFor();
}
