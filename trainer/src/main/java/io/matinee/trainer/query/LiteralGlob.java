package io.matinee.trainer.query;

import java.nio.file.Path;

/**
 * The pattern that DuckDB reads a path as: each {@code *}, {@code ?} and {@code [} in brackets,
 * where it stands for itself.
 *
 * <p>In a path with one of these DuckDB also takes a backslash for a separator of folders, even in
 * brackets. There it is written as the range from {@code [} to {@code ]}, which has these three
 * alone.
 */
final class LiteralGlob {
  private static final String SPECIAL = "*?[";

  private LiteralGlob() {}

  /** Returns a pattern that a file's path matches, as text. */
  static String of(Path file) {
    String path = file.toString();
    if (path.chars().noneMatch(character -> SPECIAL.indexOf(character) >= 0)) {
      return path;
    }
    StringBuilder pattern = new StringBuilder(path.length() + 16);
    for (char character : path.toCharArray()) {
      if (character == '\\') {
        pattern.append("[[-]]");
      } else if (SPECIAL.indexOf(character) >= 0) {
        pattern.append('[').append(character).append(']');
      } else {
        pattern.append(character);
      }
    }
    return pattern.toString();
  }
}
