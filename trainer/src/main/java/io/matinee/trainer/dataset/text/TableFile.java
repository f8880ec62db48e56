package io.matinee.trainer.dataset.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
  private static final Pattern ID = Pattern.compile("\\p{Alpha}*\\d+");
  private static final int HEAD = 100;

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
      List<TextRow> head = TextRows.first(HEAD, file, delimiter, true);
      if (!head.isEmpty()) {
        List<String> header = RaggedHeader.asRowsHaveIt(head);
        found.add(new TableFile(file, delimiter, true, ColumnNames.of(header)));
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

  /**
   * Returns the header as it is written, with a field for each column, or no fields where there is
   * none.
   */
  public List<String> header() throws IOException {
    List<TextRow> head = headed ? TextRows.first(HEAD, file, delimiter, true) : List.of();
    return head.isEmpty() ? List.of() : RaggedHeader.asRowsHaveIt(head);
  }

  /**
   * Whether each of the first rows, at least two, begins with two ids and has one field more than
   * there are columns: a name of the row before its id.
   */
  public boolean lacksAColumn() throws IOException {
    List<TextRow> head = TextRows.first(HEAD, file, delimiter, headed);
    List<TextRow> rows = headed && !head.isEmpty() ? head.subList(1, head.size()) : head;
    return rows.size() > 1 && rows.stream().map(TextRow::fields).allMatch(this::haveAName);
  }

  private boolean haveAName(List<String> fields) {
    return fields.size() == columns.size() + 1
        && fields.stream().limit(2).allMatch(field -> ID.matcher(field).matches());
  }

  /** Returns why a row cannot be read, or "": it may have fewer fields than columns, not more. */
  public String problemOf(TextRow row) {
    boolean longer = row.fields().stream().skip(columns.size()).anyMatch(text -> !text.isEmpty());
    return row.problem().isEmpty() && longer
        ? "has %d fields instead of %d".formatted(row.fields().size(), columns.size())
        : row.problem();
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
