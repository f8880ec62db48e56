package io.matinee.trainer.dataset;

import java.util.List;

/**
 * A line of a delimited text file.
 *
 * @param line its number, from 1
 * @param text the line as it was read
 * @param fields its fields, stripped of quotes and of white space at their ends
 */
record TextRow(long line, String text, List<String> fields) {

  TextRow {
    fields = List.copyOf(fields);
  }
}
