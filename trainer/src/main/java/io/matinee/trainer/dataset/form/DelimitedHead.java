package io.matinee.trainer.dataset.form;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.source.RatingsForm;
import io.matinee.runtime.error.Excerpt;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.dataset.text.RaggedHeader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells which delimiter and columns the first rows of a text have. */
final class DelimitedHead {
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
  private static final Pattern ID_OF_IMDB = Pattern.compile("\\d{7,8}");

  private DelimitedHead() {}

  /**
   * Returns the layout of rows under a header, or empty when the first row is none.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE as {@link NamedColumns#of}
   */
  static Optional<RatingsLayout> named(FileHead head, Optional<EventKind> kind) {
    for (Delimiter delimiter : Delimiter.values()) {
      if (NamedColumns.areIn(head.rows(delimiter).getFirst())) {
        List<String> fields = RaggedHeader.asRowsHaveIt(head.texts(delimiter));
        NamedColumns named = NamedColumns.of(head.file(), RatingsForm.DELIMITED, fields, kind);
        return Optional.of(
            new RatingsLayout.Delimited(
                RatingsForm.DELIMITED,
                delimiter,
                delimiter.quotable(),
                RatingsHeader.of(named.columns(), true),
                named.ignored()));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the layout of rows with these columns.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when no delimiter gives
   *     them, or two do
   */
  static RatingsLayout ofColumns(FileHead head, List<RatingsColumn> columns) {
    RatingsHeader rows = RatingsHeader.of(columns, false);
    List<Delimiter> fitting =
        Stream.of(Delimiter.values()).filter(delimiter -> fits(delimiter, rows, head)).toList();
    if (fitting.isEmpty()) {
      throw UnreadableImport.of(
          head.file(),
          "does not have %d columns%s, whichever character stands between them"
              .formatted(columns.size(), rows.rated() ? " with a number for the rating" : ""),
          "name each column in options.columns (--columns), with - for one that is not read");
    }
    if (fitting.size() > 1) {
      throw UnreadableImport.of(
          head.file(),
          "has %d columns by %s as well as by %s"
              .formatted(
                  columns.size(),
                  Excerpt.of(fitting.get(0).text()),
                  Excerpt.of(fitting.get(1).text())),
          "add a header line that names user, movie and what else there is");
    }
    Delimiter delimiter = fitting.getFirst();
    List<String> first = head.rows(delimiter).getFirst();
    boolean header =
        isHeader(first) && (rows.rated() || isAboveWatches(head.rows(delimiter), rows));
    return new RatingsLayout.Delimited(
        RatingsForm.DELIMITED,
        delimiter,
        delimiter.quotable(),
        RatingsHeader.of(columns, header),
        NamedColumns.ignored(columns, header ? first : List.of()));
  }

  /**
   * Returns the layout of a form without a header, or empty when the rows are not in it.
   *
   * @param rated whether its ratings are read
   */
  static Optional<RatingsLayout> fixed(FileHead head, RatingsForm form, boolean rated) {
    Delimiter delimiter =
        form == RatingsForm.MOVIELENS_DATA ? Delimiter.TAB : Delimiter.DOUBLE_COLON;
    boolean foreign = form == RatingsForm.MOVIETWEETINGS && !hasIdsOfImdb(head);
    return fits(delimiter, RatingsHeader.FIXED, head) && !foreign
        ? Optional.of(RatingsLayout.Delimited.fixed(form, delimiter, rated))
        : Optional.empty();
  }

  /** Whether the first row has fields for a user, a movie and more between some delimiter. */
  static boolean isTable(FileHead head) {
    return Stream.of(Delimiter.values())
        .anyMatch(delimiter -> head.rows(delimiter).getFirst().size() > 2);
  }

  /** Whether most rows have all fields, and a number for a rating; the first can be a header. */
  private static boolean fits(Delimiter delimiter, RatingsHeader header, FileHead head) {
    long rows =
        rows(delimiter, header, head)
            .filter(row -> !header.rated() || isNumber(row.get(header.rating())))
            .count();
    return rows > 0 && 2 * rows >= head.rows(delimiter).size() - 1;
  }

  private static Stream<List<String>> rows(
      Delimiter delimiter, RatingsHeader header, FileHead head) {
    return head.rows(delimiter).stream().filter(fields -> fields.size() == header.fields());
  }

  /** Whether a row can be a header and no rating: it has no number in it. */
  private static boolean isHeader(List<String> fields) {
    return fields.stream().noneMatch(DelimitedHead::isNumber);
  }

  /** Whether a first row without numbers names a user and a movie, or is above numbers of these. */
  private static boolean isAboveWatches(List<List<String>> rows, RatingsHeader columns) {
    return NamedColumns.areIn(rows.getFirst())
        || isAboveNumbers(rows, columns.fields(), columns.user())
        || isAboveNumbers(rows, columns.fields(), columns.movie());
  }

  private static boolean isAboveNumbers(List<List<String>> rows, int fields, int column) {
    List<String> below =
        rows.stream()
            .skip(1)
            .filter(row -> row.size() == fields)
            .map(row -> row.get(column))
            .filter(field -> !field.isBlank())
            .toList();
    return !below.isEmpty() && below.stream().allMatch(DelimitedHead::isNumber);
  }

  private static boolean isNumber(String field) {
    return NUMBER.matcher(field).matches();
  }

  /** Whether all movies have ids as imdb.com writes them, filled up with zeros. */
  private static boolean hasIdsOfImdb(FileHead head) {
    List<String> movies =
        rows(Delimiter.DOUBLE_COLON, RatingsHeader.FIXED, head)
            .map(row -> row.get(RatingsHeader.FIXED.movie()))
            .toList();
    return movies.stream().allMatch(id -> ID_OF_IMDB.matcher(id).matches())
        && movies.stream().anyMatch(id -> id.startsWith("0"));
  }
}
