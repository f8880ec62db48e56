package io.matinee.runtime.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of the gRPC server that Quarkus' own settings do not have. */
@ConfigMapping(prefix = "matinee.server")
public interface ServerConfiguration {
  /** Returns how many connections may be open; more are closed as soon as they are made. */
  @WithDefault("1024")
  int connections();

  /** Returns how many calls a connection may have open; its client keeps more back. */
  @WithDefault("128")
  int callsPerConnection();

  /**
   * Returns how long a connection lasts, give or take a tenth, before its client is told to make
   * another: clients so find replicas that came later.
   */
  @WithDefault("30m")
  Duration connectionAge();

  /** Returns how long the calls of a connection that is old may still take, e.g. an upload. */
  @WithDefault("2h")
  Duration connectionAgeGrace();

  /** Returns how long a connection without a call stays open. */
  @WithDefault("5m")
  Duration connectionIdle();

  /** Returns how many bytes a client may send ahead of what was read, per call and connection. */
  @WithDefault("1048576")
  int flowControlWindow();

  /** Returns how long a connection is silent before the server asks whether it is still there. */
  @WithDefault("60s")
  Duration keepAliveTime();

  /** Returns how long the server waits for an answer to that before it closes the connection. */
  @WithDefault("20s")
  Duration keepAliveTimeout();
}
