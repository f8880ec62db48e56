package io.matinee.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads and moves aliases. */
@Command(
    name = "alias",
    description = "Lists, shows and moves aliases: names for whichever version they point at.",
    subcommands = {AliasListCommand.class, AliasGetCommand.class, AliasSetCommand.class})
public final class AliasCommand implements Runnable {
  @Spec CommandSpec command;

  @Override
  public void run() {
    command.commandLine().usage(command.commandLine().getOut());
  }
}
