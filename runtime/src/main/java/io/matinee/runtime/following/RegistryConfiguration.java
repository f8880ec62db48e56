package io.matinee.runtime.following;

import io.matinee.runtime.configuration.Within;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where the model registry is. */
@ConfigMapping(prefix = "matinee.registry")
public interface RegistryConfiguration {
  /** Returns the trainer's host. */
  @WithDefault("127.0.0.1")
  String host();

  /** Returns the trainer's gRPC port. */
  @Within(most = 65_535)
  @WithDefault("9001")
  int port();

  /** Returns the time after which an idle connection is probed. */
  @WithDefault("20s")
  Duration keepaliveTime();

  /** Returns the time for a probe's answer. */
  @WithDefault("5s")
  Duration keepaliveTimeout();

  /** Returns the deadline of a unary call to the registry. */
  @WithDefault("10s")
  Duration callDeadline();

  /** Returns the deadline of what is looked up in the registry while a caller waits for it. */
  @WithDefault("5s")
  Duration lookupDeadline();

  /** Returns the deadline of the download of one blob. */
  @WithDefault("30m")
  Duration downloadDeadline();
}
