package io.matinee.cli.command;

import io.matinee.cli.output.Console;
import io.matinee.cli.suite.Running;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.cli.suite.SuiteState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the services that run from a home. */
@Command(
    name = "down",
    description = "Stops the services that run from a home, with all that they started.")
public final class DownCommand implements Runnable {
  @Mixin OutputOptions output;
  @Mixin HomeOption homeOption;

  @Override
  public void run() {
    Console console = output.console();
    SuiteHome folder = homeOption.home();
    List<Running> stopped = SuiteState.of(folder).stop();
    String names =
        stopped.stream().map(running -> running.service().id()).collect(Collectors.joining(", "));
    console.result(
        Map.of("stopped", stopped),
        stopped.isEmpty() ? "Nothing runs from " + folder.folder() : "Stopped " + names);
  }
}
