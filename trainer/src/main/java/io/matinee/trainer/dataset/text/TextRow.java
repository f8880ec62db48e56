package io.matinee.trainer.dataset.text;

import java.util.List;

/**
 * A line of a delimited text file.
 *
 * @param line its number, from 1
 * @param text the line as it was read
 * @param fields its fields, stripped of quotes and of white space at their ends
 */
public record TextRow(long line, String text, List<String> fields) {

  /** Copies the fields. */
  public TextRow {
    fields = List.copyOf(fields);
  }
}
