package io.matinee.cli.command;

import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.SuiteHome;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the suite keeps its state and listens. */
public final class SuiteOptions {
  @Mixin HomeOption homeOption;

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

  /** Returns the home. */
  public SuiteHome home() {
    return homeOption.home();
  }

  /** Returns the ports. */
  public Ports ports() {
    return new Ports(firstPort, firstHttpPort);
  }
}
