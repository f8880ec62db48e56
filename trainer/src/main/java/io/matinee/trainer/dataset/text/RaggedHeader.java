package io.matinee.trainer.dataset.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A header with a field more or less than the rows below it: R writes none above the names of rows,
 * and some programs end rows, or the header alone, with a delimiter.
 */
public final class RaggedHeader {
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern WHOLE_NUMBER_IN_QUOTES = Pattern.compile("\\s*\"\\d+\"");

  private RaggedHeader() {}

  /**
   * Returns the header's fields with one for each that most rows have; a field that it has not is
   * "". One that differs otherwise is returned as it is.
   *
   * @param rows the first rows, the header before the others
   */
  public static List<String> asRowsHaveIt(List<TextRow> rows) {
    TextRow header = rows.getFirst();
    int size = header.fields().size();
    List<TextRow> longer = withFields(size + 1, rows);
    List<String> fields = new ArrayList<>(header.fields());
    if (areMost(longer, rows) && longer.stream().allMatch(row -> row.field(size).isEmpty())) {
      fields.addLast("");
    } else if (areMost(longer, rows) && isQuoted(header) && areNamed(longer)) {
      fields.addFirst("");
    } else if (header.field(size - 1).isEmpty() && areMost(withFields(size - 1, rows), rows)) {
      fields.removeLast();
    }
    return fields;
  }

  private static List<TextRow> withFields(int fields, List<TextRow> rows) {
    return rows.stream().skip(1).filter(row -> row.fields().size() == fields).toList();
  }

  private static boolean areMost(List<TextRow> some, List<TextRow> rows) {
    return 2 * some.size() > rows.size() - 1;
  }

  private static boolean isQuoted(TextRow header) {
    return besideQuotes(header).chars().noneMatch(Character::isLetterOrDigit);
  }

  /**
   * Whether rows begin with names as R writes them: whole numbers in quotes beside numbers without,
   * no two the same. Numbers without quotes may be the users of a file whose last column has no
   * name.
   */
  private static boolean areNamed(List<TextRow> rows) {
    return rows.stream().allMatch(RaggedHeader::isNamed)
        && rows.stream().map(row -> row.field(0)).distinct().count() == rows.size();
  }

  private static boolean isNamed(TextRow row) {
    return WHOLE_NUMBER_IN_QUOTES.matcher(row.text()).lookingAt()
        && besideQuotes(row).chars().anyMatch(Character::isDigit);
  }

  private static String besideQuotes(TextRow row) {
    return QUOTED.matcher(row.text()).replaceAll("");
  }
}
