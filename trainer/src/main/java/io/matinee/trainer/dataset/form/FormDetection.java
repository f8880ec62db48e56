package io.matinee.trainer.dataset.form;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.source.RatingsForm;
import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds out how ratings are written: from what a file begins with, never from what it is called.
 *
 * @param form the form, as the caller says; empty to find it out
 * @param columns what each column is, as the caller says; empty where a header says it, or the form
 * @param kind what the rows are, as the caller says; empty to find it out
 */
public record FormDetection(
    Optional<RatingsForm> form, List<RatingsColumn> columns, Optional<EventKind> kind) {
  /** By the content alone. */
  public static final FormDetection UNAIDED =
      new FormDetection(Optional.empty(), List.of(), Optional.empty());

  private static final Pattern MOVIE_OF_NETFLIX = Pattern.compile("\\d{1,10}:");
  private static final String SAY_THE_COLUMNS =
      "say what each column is in options.columns (--columns user,movie,rating,time)";

  /** Copies the columns. */
  public FormDetection {
    columns = List.copyOf(columns);
  }

  /** A detection that finds out what the rows are. */
  public FormDetection(Optional<RatingsForm> form, List<RatingsColumn> columns) {
    this(form, columns, Optional.empty());
  }

  /**
   * Finds out how a file is written.
   *
   * @throws MatineeException IMPORT_UNREADABLE when it is in none, in another or in several, saying
   *     what would do
   */
  public RatingsLayout layoutOf(Path file) throws IOException {
    FileHead head = FileHead.of(file);
    RatingsLayout found =
        candidates().stream()
            .flatMap(candidate -> as(candidate, head).stream())
            .findFirst()
            .orElseThrow(() -> unknown(head));
    if (!columns.isEmpty() && !(found instanceof RatingsLayout.Delimited)) {
      throw UnreadableImport.of(
          file, "says itself what its columns are", "leave out options.columns (--columns)");
    }
    return found;
  }

  /** Returns the forms that come into question. */
  public List<RatingsForm> candidates() {
    return form.map(List::of).orElse(List.of(RatingsForm.values()));
  }

  /** Returns what files of ratings are usually called. */
  public List<String> fileNames() {
    return candidates().stream().map(RatingsForm::fileName).distinct().sorted().toList();
  }

  private Optional<RatingsLayout> as(RatingsForm form, FileHead head) {
    if (head.parquet() || form == RatingsForm.PARQUET) {
      return when(head.parquet() && form == RatingsForm.PARQUET, new RatingsLayout.Parquet(kind));
    }
    return switch (form) {
      case PARQUET -> Optional.empty();
      case JSON_LINES -> JsonHead.layout(head, kind);
      case NETFLIX ->
          when(
              MOVIE_OF_NETFLIX.matcher(head.first().strip()).matches(),
              new RatingsLayout.Netflix(!areWatches()));
      case DELIMITED ->
          columns.isEmpty()
              ? DelimitedHead.named(head, kind)
              : Optional.of(DelimitedHead.ofColumns(head, columns));
      case MOVIETWEETINGS, MOVIELENS_DAT, MOVIELENS_DATA ->
          columns.isEmpty() ? DelimitedHead.fixed(head, form, !areWatches()) : Optional.empty();
    };
  }

  private boolean areWatches() {
    return kind.filter(EventKind.WATCH::equals).isPresent();
  }

  private static Optional<RatingsLayout> when(boolean so, RatingsLayout layout) {
    return so ? Optional.of(layout) : Optional.empty();
  }

  private MatineeException unknown(FileHead head) {
    if (head.parquet()) {
      return UnreadableImport.of(
          head.file(), "is Parquet", "say so in options.form (--form), or none to find it out");
    }
    if (form.filter(given -> given != RatingsForm.DELIMITED).isPresent()) {
      return UnreadableImport.of(
          head.file(),
          "is not written as " + form.get().fileName() + " is",
          "say another form in options.form (--form), or none to find it out");
    }
    return DelimitedHead.isTable(head)
        ? UnreadableImport.of(
            head.file(),
            "does not begin with a header that names userId, movieId and, but for watches, rating",
            "add the header line, or " + SAY_THE_COLUMNS)
        : UnreadableImport.of(
            head.file(), "is not in a form that is known by its first line", SAY_THE_COLUMNS);
  }
}
