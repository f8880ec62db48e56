package io.matinee.cli.suite;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the repository that this program was built in. */
public final class Repository {
  private Repository() {}

  /**
   * Returns the repository's root: the property "matinee.root", else the first folder above this
   * program with a "trainer" module.
   *
   * @return an absolute path
   * @throws CommandFailure when there is none
   */
  public static Path root() {
    return Optional.ofNullable(System.getProperty("matinee.root"))
        .map(Path::of)
        .or(Repository::aboveThisProgram)
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.PROCESS,
                    "the repository was not found: start ./matinee, or give -Dmatinee.root=FOLDER"));
  }

  private static Optional<Path> aboveThisProgram() {
    try {
      Path folder =
          Path.of(Repository.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      while (folder != null) {
        if (Files.isRegularFile(folder.resolve("trainer").resolve("pom.xml"))) {
          return Optional.of(folder);
        }
        folder = folder.getParent();
      }
      return Optional.empty();
    } catch (URISyntaxException notAFile) {
      return Optional.empty();
    }
  }
}
