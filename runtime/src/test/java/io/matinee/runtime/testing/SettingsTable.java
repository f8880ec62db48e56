package io.matinee.runtime.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The settings that {@code docs/operations.md} names. */
final class SettingsTable {
  private static final Path FILE = Path.of("..", "docs", "operations.md");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private SettingsTable() {}

  /**
   * A documented setting.
   *
   * @param name the full name
   * @param standard its default, as the table has it: words, or a value in backquotes; what differs
   *     in some services follows behind a semicolon, with their names before it
   * @param meaning what it does
   */
  record Row(String name, String standard, String meaning) {
    /** Returns the default in a service; empty when there is none that could be set. */
    Optional<String> standardOf(String service) {
      String[] choices = standard.split("; ");
      String own =
          Stream.of(choices)
              .skip(1)
              .filter(choice -> choice.contains(service))
              .findFirst()
              .orElse(choices[0]);
      return quoted(own)
          .findFirst()
          .map(value -> value.replace("<service>", service))
          .map(value -> value.replaceFirst("^~", System.getProperty("user.home")));
    }

    String prefix() {
      return name.substring(0, name.lastIndexOf('.'));
    }
  }

  static List<Row> read() throws IOException {
    try (Stream<String> lines = Files.lines(FILE)) {
      return lines
          .filter(line -> line.startsWith("| `matinee."))
          .flatMap(SettingsTable::rows)
          .toList();
    }
  }

  /** A line may have several names of one prefix, and as many defaults. */
  private static Stream<Row> rows(String line) {
    String[] cells = line.split(" *\\| *", -1);
    List<String> names = quoted(cells[1]).toList();
    String prefix = names.getFirst().substring(0, names.getFirst().lastIndexOf('.'));
    String[] standards = names.size() == 1 ? new String[] {cells[2]} : cells[2].split(", ");
    if (standards.length != names.size()) {
      throw new IllegalArgumentException("not one default a name: " + line);
    }
    return IntStream.range(0, names.size())
        .mapToObj(
            index ->
                new Row(
                    names.get(index).startsWith(".") ? prefix + names.get(index) : names.get(index),
                    standards[index],
                    cells[3]));
  }

  private static Stream<String> quoted(String text) {
    return QUOTED.matcher(text).results().map((MatchResult found) -> found.group(1));
  }
}
