package io.matinee.trainer.dataset.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a delimited text file row by row as texts, each field in UTF-8 where it is valid, else in
 * Windows-1252; rows are as {@link DelimitedRows} finds them. Not thread-safe.
 */
public final class TextRows implements AutoCloseable {
  private final DelimitedRows rows;

  private TextRows(DelimitedRows rows) {
    this.rows = rows;
  }

  /** Opens a file whose fields stand between delimiters and may be in double quotes if so said. */
  public static TextRows open(Path file, String delimiter, boolean quoted) throws IOException {
    return new TextRows(DelimitedRows.open(file, delimiter, quoted));
  }

  /** Returns the first rows of a file, at most so many. */
  public static List<TextRow> first(int most, Path file, String delimiter, boolean quoted)
      throws IOException {
    List<TextRow> first = new ArrayList<>();
    try (TextRows rows = open(file, delimiter, quoted)) {
      for (TextRow row = rows.next(); row != null && first.size() < most; row = rows.next()) {
        first.add(row);
      }
    }
    return first;
  }

  /** The next row, or null at the end. */
  public @Nullable TextRow next() throws IOException {
    if (!rows.next()) {
      return null;
    }
    List<String> fields = new ArrayList<>(rows.fields());
    for (int field = 0; field < rows.fields(); field++) {
      fields.add(rows.text(field));
    }
    return new TextRow(rows.line(), rows.text(), fields, rows.problem());
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
