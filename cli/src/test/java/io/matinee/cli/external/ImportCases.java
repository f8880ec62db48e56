package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The small inputs that went wrong once, each with the right result, and what judges them. */
final class ImportCases {
  private ImportCases() {}

  /** The folder with {@code run.py}, or the failure that says what is missing. */
  static Path require() {
    return Stream.of(
            Optional.ofNullable(System.getenv("MATINEE_CASES")).map(Path::of),
            Optional.ofNullable(System.getenv("MATINEE_DATA"))
                .map(data -> Path.of(data).resolveSibling("cases")))
        .flatMap(Optional::stream)
        .map(cases -> cases.resolve("import"))
        .filter(folder -> Files.isRegularFile(folder.resolve("run.py")))
        .findFirst()
        .orElseGet(
            () ->
                fail(
                    "neither MATINEE_CASES nor a folder cases beside MATINEE_DATA has import/run.py"));
  }
}
