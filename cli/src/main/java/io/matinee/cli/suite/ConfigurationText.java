package io.matinee.cli.suite;

import java.nio.file.Path;

/**
 * Paths as they are written in the configuration of a service: there <code>${}</code> is an
 * expression, and a comma separates the values of a list.
 */
final class ConfigurationText {
  private ConfigurationText() {}

  /** Returns the value of a setting that is a path. */
  static String of(Path path) {
    return withoutExpressions(path.toString());
  }

  /** Returns one value of a setting that is a list of paths. */
  static String inList(Path path) {
    return withoutExpressions(path.toString().replace("\\", "\\\\").replace(",", "\\,"));
  }

  private static String withoutExpressions(String text) {
    return text.replace("$", "\\$");
  }
}
