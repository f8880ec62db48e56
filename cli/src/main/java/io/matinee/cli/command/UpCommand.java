package io.matinee.cli.command;

import io.matinee.cli.output.Console;
import io.matinee.cli.suite.Repository;
import io.matinee.cli.suite.Suite;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.cli.suite.SuiteState;
import io.matinee.cli.view.SuiteView;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the services and leaves them running. */
@Command(
    name = "up",
    description = {
      "Starts the four services in the background; ./matinee down stops them.",
      "One that ends by itself or stands still is started again."
    })
public final class UpCommand implements Runnable {
  @Mixin SuiteOptions suiteOptions;
  @Mixin OutputOptions output;

  @Override
  public void run() {
    Console console = output.console();
    SuiteHome home = suiteOptions.home();
    Suite suite = new Suite(Repository.root(), home, suiteOptions.ports(), true);
    Thread stopper = new Thread(suite::stop, "stop-the-suite");
    Runtime.getRuntime().addShutdownHook(stopper);
    suite.start();
    suite.leaveSupervisor();
    Runtime.getRuntime().removeShutdownHook(stopper);
    console.result(
        Map.of("home", home.folder().toString(), "services", SuiteState.of(home).running()),
        SuiteView.started(suite, home));
  }
}
