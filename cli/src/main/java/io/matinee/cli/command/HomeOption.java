package io.matinee.cli.command;

import io.matinee.cli.suite.SuiteHome;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The suite's home: a flag, else MATINEE_HOME, else ~/.matinee. */
final class HomeOption {
  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      description = "the folder of all state (MATINEE_HOME, ~/.matinee)")
  @Nullable Path given;

  SuiteHome home() {
    return new SuiteHome(
        Optional.ofNullable(given)
            .or(() -> Optional.ofNullable(System.getenv("MATINEE_HOME")).map(Path::of))
            .orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".matinee")));
  }
}
