package io.matinee.runtime.operation;

import io.matinee.runtime.configuration.Within;
import io.quarkus.runtime.configuration.MemorySize;
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

  /**
   * Returns how many bytes the results of the operations that are kept after their end may have
   * together; the oldest go first. The least has room for one of the largest.
   */
  @Within(least = 1 << 20)
  @WithDefault("64M")
  MemorySize keptResults();

  /** Returns how long an operation is kept after its end. */
  @WithDefault("90d")
  Duration keptFor();
}
