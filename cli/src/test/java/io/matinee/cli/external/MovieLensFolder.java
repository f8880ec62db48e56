package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The real ratings that the external tests use. */
final class MovieLensFolder {
  private MovieLensFolder() {}

  /** MovieLens of 2016, or the failure that says what is missing. */
  static Path require() {
    return Optional.ofNullable(System.getenv("MATINEE_DATA"))
        .map(data -> Path.of(data, "ml-latest-small-2016"))
        .filter(Files::isDirectory)
        .orElseGet(() -> fail("MATINEE_DATA names no folder with ml-latest-small-2016"));
  }
}
