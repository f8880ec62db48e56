package io.matinee.cli.command;

import io.matinee.cli.suite.SuiteHome;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the suite's home: a flag, else MATINEE_HOME, else ~/.matinee. */
final class HomeFolder {
  private HomeFolder() {}

  static SuiteHome of(@Nullable Path flag) {
    return new SuiteHome(
        Optional.ofNullable(flag)
            .or(() -> Optional.ofNullable(System.getenv("MATINEE_HOME")).map(Path::of))
            .orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".matinee")));
  }
}
