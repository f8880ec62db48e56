package io.matinee.cli.command;

import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.SuiteHome;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the suite keeps its state and listens. */
public final class SuiteOptions {
  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      description = "the folder of all state (MATINEE_HOME, ~/.matinee)")
  @Nullable Path home;

  @Option(
      names = "--first-port",
      paramLabel = "PORT",
      defaultValue = "9001",
      description = "the trainer's gRPC port; the others follow it (default: ${DEFAULT-VALUE})")
  int firstPort;

  @Option(
      names = "--first-http-port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "the trainer's HTTP port; the others follow it (default: ${DEFAULT-VALUE})")
  int firstHttpPort;

  /** The home. */
  public SuiteHome home() {
    return HomeFolder.of(home);
  }

  /** The ports. */
  public Ports ports() {
    return new Ports(firstPort, firstHttpPort);
  }
}
