package io.matinee.trainer.dataset.form;

import java.util.ArrayList;
import java.util.List;

/**
 * A header with a field more or less than the rows below it: R writes none above the names of rows,
 * and some programs end rows, or the header alone, with a delimiter.
 */
final class RaggedHeader {
  private RaggedHeader() {}

  /**
   * Returns the header's fields with one for each that most rows have; a field that it has not is
   * "". One that differs otherwise is returned as it is.
   *
   * @param rows the first rows, the header before the others
   */
  static List<String> asRowsHaveIt(List<List<String>> rows) {
    List<String> header = rows.getFirst();
    List<List<String>> longer = withFields(header.size() + 1, rows);
    List<String> fields = new ArrayList<>(header);
    if (areMost(longer, rows) && longer.stream().allMatch(row -> row.getLast().isEmpty())) {
      fields.addLast("");
    } else if (areMost(longer, rows) && areNames(longer)) {
      fields.addFirst("");
    } else if (header.getLast().isEmpty() && areMost(withFields(header.size() - 1, rows), rows)) {
      fields.removeLast();
    }
    return fields;
  }

  private static List<List<String>> withFields(int fields, List<List<String>> rows) {
    return rows.stream().skip(1).filter(row -> row.size() == fields).toList();
  }

  private static boolean areMost(List<List<String>> some, List<List<String>> rows) {
    return 2 * some.size() > rows.size() - 1;
  }

  /** Whether the first fields can be names of rows: no two are the same. */
  private static boolean areNames(List<List<String>> rows) {
    return rows.stream().map(List::getFirst).distinct().count() == rows.size();
  }
}
