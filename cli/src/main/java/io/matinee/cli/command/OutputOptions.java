package io.matinee.cli.command;

import io.matinee.cli.output.Console;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command prints. */
public final class OutputOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command;

  @Option(
      names = "--json",
      description = "print one JSON document on standard output; notes stay on standard error")
  boolean json;

  /** Returns the console of the command. */
  public Console console() {
    return Console.of(command.commandLine().getOut(), command.commandLine().getErr(), json);
  }
}
