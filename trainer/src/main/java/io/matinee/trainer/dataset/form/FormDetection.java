package io.matinee.trainer.dataset.form;

import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out how ratings are written: from what a file begins with, never from what it is called.
 *
 * @param form the form, as the caller says; empty to find it out
 * @param columns what each column is, as the caller says; empty where a header says it, or the form
 */
public record FormDetection(Optional<RatingsForm> form, List<RatingsColumn> columns) {
  /** By the content alone. */
  public static final FormDetection UNAIDED = new FormDetection(Optional.empty(), List.of());

  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
  private static final Pattern ID_OF_IMDB = Pattern.compile("\\d{7,8}");
  private static final String SAY_THE_COLUMNS =
      "say what each column is in options.columns (--columns user,movie,rating,time)";

  /** Copies the columns. */
  public FormDetection {
    columns = List.copyOf(columns);
  }

  /**
   * Finds out how a file is written.
   *
   * @throws MatineeException IMPORT_UNREADABLE when it is in none, in another or in several, saying
   *     what would do
   */
  public RatingsLayout layoutOf(Path file) throws IOException {
    FileHead head = FileHead.of(file);
    return candidates().stream()
        .flatMap(candidate -> as(candidate, head).stream())
        .findFirst()
        .orElseThrow(() -> unknown(head));
  }

  /** Returns the forms that come into question. */
  public List<RatingsForm> candidates() {
    return form.map(List::of).orElse(List.of(RatingsForm.values()));
  }

  private Optional<RatingsLayout> as(RatingsForm form, FileHead head) {
    return switch (form) {
      case DELIMITED -> columns.isEmpty() ? byHeader(head) : Optional.of(byColumns(head));
      case MOVIETWEETINGS, MOVIELENS_DAT, MOVIELENS_DATA ->
          columns.isEmpty() ? fixed(form, head) : Optional.empty();
    };
  }

  private static Optional<RatingsLayout> byHeader(FileHead head) {
    for (Delimiter delimiter : Delimiter.values()) {
      List<String> fields = delimiter.split(head.first());
      if (NamedColumns.areIn(fields)) {
        NamedColumns named = NamedColumns.of(head.file(), fields);
        return Optional.of(
            new RatingsLayout(
                RatingsForm.DELIMITED,
                delimiter,
                delimiter.quotable(),
                RatingsHeader.of(named.columns(), true),
                named.ignored()));
      }
    }
    return Optional.empty();
  }

  private RatingsLayout byColumns(FileHead head) {
    RatingsHeader rows = RatingsHeader.of(columns, false);
    List<Delimiter> fitting =
        Stream.of(Delimiter.values()).filter(delimiter -> fits(delimiter, rows, head)).toList();
    if (fitting.isEmpty()) {
      throw UnreadableImport.of(
          head.file(),
          "does not have %d columns, whichever character stands between them"
              .formatted(columns.size()),
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
          "add a header line that names user, movie and rating");
    }
    Delimiter delimiter = fitting.getFirst();
    RatingsHeader header = RatingsHeader.of(columns, isHeader(delimiter.split(head.first())));
    return new RatingsLayout(
        RatingsForm.DELIMITED, delimiter, delimiter.quotable(), header, List.of());
  }

  /** Whether most lines have all fields, and a number for a rating; the first can be a header. */
  private static boolean fits(Delimiter delimiter, RatingsHeader header, FileHead head) {
    long rows =
        rows(delimiter, header, head).filter(row -> isNumber(row.get(header.rating()))).count();
    return rows > 0 && 2 * rows >= head.lines().size() - 1;
  }

  private static Stream<List<String>> rows(
      Delimiter delimiter, RatingsHeader header, FileHead head) {
    return head.lines().stream()
        .map(delimiter::split)
        .filter(fields -> fields.size() == header.fields());
  }

  /** Whether a line can be a header and no row: it has no number in it. */
  private static boolean isHeader(List<String> fields) {
    return fields.stream().noneMatch(FormDetection::isNumber);
  }

  private static boolean isNumber(String field) {
    return NUMBER.matcher(field).matches();
  }

  private static Optional<RatingsLayout> fixed(RatingsForm form, FileHead head) {
    Delimiter delimiter =
        form == RatingsForm.MOVIELENS_DATA ? Delimiter.TAB : Delimiter.DOUBLE_COLON;
    boolean foreign = form == RatingsForm.MOVIETWEETINGS && !hasIdsOfImdb(head);
    return fits(delimiter, RatingsHeader.FIXED, head) && !foreign
        ? Optional.of(RatingsLayout.fixed(form, delimiter))
        : Optional.empty();
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

  private MatineeException unknown(FileHead head) {
    boolean rows =
        Stream.of(Delimiter.values())
            .anyMatch(delimiter -> delimiter.split(head.first()).size() > 2);
    if (form.filter(given -> given != RatingsForm.DELIMITED).isPresent()) {
      return UnreadableImport.of(
          head.file(),
          "is not written as " + form.get().fileName() + " is",
          "say another form in options.form (--form), or none to find it out");
    }
    return rows
        ? UnreadableImport.of(
            head.file(),
            "does not begin with a header that names userId, movieId and rating",
            "add the header line, or " + SAY_THE_COLUMNS)
        : UnreadableImport.of(
            head.file(), "is not in a form that is known by its first line", SAY_THE_COLUMNS);
  }
}
