package io.matinee.cli.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file. */
final class LogTail {
  private LogTail() {}

  /**
   * Reads the last lines.
   *
   * @param log the file
   * @param count how many lines at most
   * @return the lines; none when the file cannot be read
   */
  static List<String> of(Path log, int count) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
