package io.matinee.metrics;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where metrics keeps what it made. */
@ConfigMapping(prefix = "matinee.metrics")
public interface MetricsConfiguration {
  /** Returns the folder of this service; operations lie in {@code operations} below it. */
  Path home();
}
