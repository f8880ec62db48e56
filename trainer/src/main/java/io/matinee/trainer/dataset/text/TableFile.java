package io.matinee.trainer.dataset.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A delimited file, in UTF-8, whose columns have names.
 *
 * @param file the file
 * @param delimiter what stands between its fields
 * @param headed whether its first row is the header; fields may be in double quotes then
 * @param columns the names
 */
public record TableFile(Path file, String delimiter, boolean headed, ColumnNames columns) {
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

  /**
   * Returns a file by its header, with the delimiter that gives the most columns.
   *
   * @param wanted the columns that it must name, each by its synonyms
   * @return empty when the first row does not name them
   */
  public static Optional<TableFile> byHeader(Path file, List<List<String>> wanted)
      throws IOException {
    Stream.Builder<TableFile> found = Stream.builder();
    for (String delimiter : DELIMITERS) {
      try (TextRows rows = TextRows.open(file, delimiter, true)) {
        TextRow first = rows.next();
        if (first != null) {
          found.add(new TableFile(file, delimiter, true, ColumnNames.of(first.fields())));
        }
      }
    }
    return found
        .build()
        .filter(table -> wanted.stream().noneMatch(names -> table.position(names) < 0))
        .max(Comparator.comparingInt(table -> table.columns().size()));
  }

  /** Returns a file without a header, whose columns its form names. */
  public static TableFile fixed(Path file, String delimiter, List<String> names) {
    return new TableFile(file, delimiter, false, ColumnNames.of(names));
  }

  /** Returns the position of the column that goes by one of these names, from 0, or -1. */
  public int position(List<String> synonyms) {
    return columns.position(synonyms);
  }

  /** Returns the header as it is written, or no fields where there is none. */
  public List<String> header() throws IOException {
    try (TextRows rows = TextRows.open(file, delimiter, headed)) {
      TextRow first = headed ? rows.next() : null;
      return first == null ? List.of() : first.fields();
    }
  }

  /** Opens its rows, without the header. */
  public TextRows rows() throws IOException {
    TextRows rows = TextRows.open(file, delimiter, headed);
    if (headed) {
      rows.next();
    }
    return rows;
  }
}
