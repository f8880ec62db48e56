package io.matinee.trainer.execution;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** The lines of what another process says, of each its beginning alone. For one thread. */
final class BoundedLines {
  private final BufferedReader text;
  private final int longest;

  /**
   * Reads lines.
   *
   * @param longest how many characters of a line are kept
   */
  BoundedLines(BufferedReader text, int longest) {
    this.text = text;
    this.longest = longest;
  }

  /** Waits for the next line and returns it, without its end; empty once the text has ended. */
  Optional<String> next() throws IOException {
    int character = text.read();
    if (character < 0) {
      return Optional.empty();
    }
    StringBuilder line = new StringBuilder();
    for (; character >= 0 && character != '\n'; character = text.read()) {
      if (line.length() < longest) {
        line.append((char) character);
      }
    }
    return Optional.of(line.toString());
  }
}
