package io.matinee.trainer.dataset.text;

import java.util.List;

/**
 * A row of a delimited text file.
 *
 * @param line the number of its first line, from 1
 * @param text the row as it was read
 * @param fields its fields, stripped of quotes and of white space at their ends
 * @param problem why it cannot be read, or ""; the fields are then not what was meant
 */
public record TextRow(long line, String text, List<String> fields, String problem) {

  /** Copies the fields. */
  public TextRow {
    fields = List.copyOf(fields);
  }

  /** Returns the field at a position, or "" where the row has none. */
  public String field(int position) {
    return position >= 0 && position < fields.size() ? fields.get(position) : "";
  }
}
