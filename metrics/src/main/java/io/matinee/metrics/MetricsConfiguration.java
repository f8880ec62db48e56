package io.matinee.metrics;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where metrics keeps what it made. */
@ConfigMapping(prefix = "matinee.metrics")
public interface MetricsConfiguration {
  /** Returns the folder of this service; evaluations lie in {@code evaluations} below it. */
  Path home();
}
