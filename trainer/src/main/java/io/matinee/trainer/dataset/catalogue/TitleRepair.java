package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.text.TextRow;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts a title together that holds the delimiter without quotes: what is too much between the
 * fields before the title and those behind it is the title's, where the row shows that it is whole
 * by that. Other rows stay as they are.
 */
final class TitleRepair {
  /** A number, and behind the delimiter neither a space nor the other digits of the number. */
  private static final String ID = "\\d+%s(?!\\s|\\d{3}\\b)";

  private TitleRepair() {}

  /** Returns the fields of a row, as many as there are columns where the row says how. */
  static List<String> fields(TextRow row, MovieLayout layout) {
    List<String> fields = row.fields();
    int columns = layout.columns().size();
    int surplus = fields.size() - columns;
    if (surplus <= 0) {
      return fields;
    }
    if (fields.subList(columns, fields.size()).stream().allMatch(String::isEmpty)) {
      return fields.subList(0, columns);
    }
    if (layout.columns().equals(MovieColumns.NETFLIX)) {
      return joined(row, layout, surplus);
    }
    boolean readable = layout.columns().has(MovieField.TITLE) && row.text().indexOf('"') < 0;
    return readable && !layout.columns().has(MovieField.OVERVIEW)
        ? whole(row, layout, surplus)
        : fields;
  }

  private static List<String> whole(TextRow row, MovieLayout layout, int surplus) {
    List<String> fields = row.fields();
    List<String> joined = joined(row, layout, surplus);
    int title = layout.columns().position(MovieField.TITLE);
    boolean genresWithin =
        fields.subList(title + 1, title + surplus + 1).stream().anyMatch(GenreNames::areKnown);
    boolean idWithin =
        Pattern.compile(ID.formatted(Pattern.quote(layout.table().delimiter())))
            .matcher(joined.get(title))
            .lookingAt();
    return isWhole(joined, layout.columns()) && !genresWithin && !idWithin ? joined : fields;
  }

  private static List<String> joined(TextRow row, MovieLayout layout, int surplus) {
    List<String> fields = row.fields();
    int first = layout.columns().position(MovieField.TITLE);
    int last = first + surplus;
    List<String> joined = new ArrayList<>(fields.subList(0, first));
    joined.add(part(row.text(), layout.table().delimiter(), first, last));
    joined.addAll(fields.subList(last + 1, fields.size()));
    return joined;
  }

  private static boolean isWhole(List<String> fields, MovieColumns columns) {
    String genres = columns.value(fields, MovieField.GENRES);
    return TitleYear.endsInYear(columns.value(fields, MovieField.TITLE))
        || TitleYear.yearIn(columns.value(fields, MovieField.YEAR)) != null
        || (!genres.isEmpty() && GenreNames.areKnown(genres));
  }

  /** The text from one field to another, with the delimiters between. */
  private static String part(String text, String delimiter, int first, int last) {
    int start = 0;
    for (int field = 0; field < first; field++) {
      start = text.indexOf(delimiter, start) + delimiter.length();
    }
    int end = text.indexOf(delimiter, start);
    for (int field = first; field < last; field++) {
      end = text.indexOf(delimiter, end + delimiter.length());
    }
    return text.substring(start, end < 0 ? text.length() : end).strip();
  }
}
