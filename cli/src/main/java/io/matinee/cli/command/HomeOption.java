package io.matinee.cli.command;

import io.matinee.cli.connection.Endpoint;
import io.matinee.cli.connection.Endpoints;
import io.matinee.cli.connection.Service;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.cli.suite.SuiteState;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The suite's home: a flag, else MATINEE_HOME, else ~/.matinee. */
final class HomeOption {
  private static final String VARIABLE = "MATINEE_HOME";

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "the folder of a suite's state (MATINEE_HOME, ~/.matinee)")
  @Nullable Path given;

  /** Returns the home. */
  SuiteHome home() {
    return home(System.getenv());
  }

  /**
   * Returns where the suite of the home listens. When nothing runs from it, that is nowhere if the
   * home was named, and the default ports if it was not.
   */
  Endpoints endpoints(Map<String, String> environment) {
    SuiteHome home = home(environment);
    Map<Service, Endpoint> running = SuiteState.of(home).endpoints();
    return named(environment).isEmpty() && running.isEmpty()
        ? Endpoints.standard()
        : new Endpoints(running, remedy(home, running.isEmpty()));
  }

  private SuiteHome home(Map<String, String> environment) {
    return new SuiteHome(
        named(environment)
            .orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".matinee")));
  }

  private Optional<Path> named(Map<String, String> environment) {
    return Optional.ofNullable(given)
        .or(
            () ->
                Optional.ofNullable(environment.get(VARIABLE))
                    .filter(folder -> !folder.isBlank())
                    .map(Path::of));
  }

  private static String remedy(SuiteHome home, boolean silent) {
    return silent
        ? "nothing runs from %s: start it with ./matinee up --home %s"
            .formatted(home.folder(), home.folder())
        : "only a part of the suite runs from %s: start all of it with ./matinee down --home %s and ./matinee up --home %s"
            .formatted(home.folder(), home.folder(), home.folder());
  }
}
