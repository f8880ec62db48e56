package io.matinee.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes and lists splits. */
@Command(
    name = "splits",
    description =
        "Makes, lists and deletes splits: what is held out of training, whatever version of a data set is trained on.",
    subcommands = {SplitsListCommand.class, SplitsCreateCommand.class, SplitsDeleteCommand.class})
public final class SplitsCommand implements Runnable {
  @Spec CommandSpec command;

  @Override
  public void run() {
    command.commandLine().usage(command.commandLine().getOut());
  }
}
