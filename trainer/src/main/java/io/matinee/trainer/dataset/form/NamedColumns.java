package io.matinee.trainer.dataset.form;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.source.RatingsForm;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.dataset.text.ColumnNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a file that names them, by their meanings.
 *
 * @param columns a meaning for each, in their order
 * @param ignored the names, or else the places, of those without one that is read
 */
public record NamedColumns(List<RatingsColumn> columns, List<String> ignored) {

  /** Copies the lists. */
  public NamedColumns {
    columns = List.copyOf(columns);
    ignored = List.copyOf(ignored);
  }

  /** Whether these fields name a user and a movie. */
  static boolean areIn(List<String> fields) {
    ColumnNames names = ColumnNames.of(fields);
    return names.position(RatingsColumn.USER.names()) != ColumnNames.ABSENT
        && names.position(RatingsColumn.MOVIE.names()) != ColumnNames.ABSENT;
  }

  /**
   * Finds the meanings of columns: Matinee's own name goes before the others. Without a column of
   * ratings the rows are watches, where the caller says so or no column is left without a meaning.
   *
   * @param file the file that has them, for messages
   * @param form the form of the file, by which the ways to mend it differ
   * @param fields the names as they are written
   * @param kind what the rows are, as the caller says; empty to find it out
   * @throws MatineeException IMPORT_UNREADABLE when two columns could have one meaning, or none
   *     names the user, the movie or the rating
   */
  public static NamedColumns of(
      Path file, RatingsForm form, List<String> fields, Optional<EventKind> kind) {
    ColumnNames names = ColumnNames.of(fields);
    List<RatingsColumn> columns =
        new ArrayList<>(Collections.nCopies(fields.size(), RatingsColumn.IGNORED));
    for (RatingsColumn meaning : RatingsColumn.lookedFor(kind)) {
      int position = position(file, form, fields, names, meaning);
      if (position != ColumnNames.ABSENT) {
        columns.set(position, meaning);
      } else if (meaning.isNeeded()) {
        throw missing(file, form, meaning);
      }
    }
    List<String> ignored = ignored(columns, fields);
    checkKind(file, form, columns.contains(RatingsColumn.RATING), ignored, kind);
    return new NamedColumns(columns, ignored);
  }

  /**
   * Returns the names, or else the places, of columns that are not read.
   *
   * @param fields the names as they are written, as far as there are any
   */
  static List<String> ignored(List<RatingsColumn> columns, List<String> fields) {
    List<String> ignored = new ArrayList<>();
    for (int position = 0; position < columns.size(); position++) {
      if (columns.get(position) == RatingsColumn.IGNORED) {
        String name = position < fields.size() ? fields.get(position) : "";
        ignored.add(name.isBlank() ? "column %d, without a name".formatted(position + 1) : name);
      }
    }
    return ignored;
  }

  /**
   * Checks that rows are what the caller says, or else that a file without ratings says all that it
   * holds: a column that is not understood may be the rating.
   *
   * @param rated whether rows have a rating
   * @param ignored the names of columns without a meaning
   * @throws MatineeException IMPORT_UNREADABLE when they are not, or it does not
   */
  static void checkKind(
      Path file, RatingsForm form, boolean rated, List<String> ignored, Optional<EventKind> kind) {
    boolean watches = kind.map(EventKind.WATCH::equals).orElse(ignored.isEmpty());
    if (!rated && !watches) {
      throw missing(file, form, RatingsColumn.RATING);
    }
  }

  private static int position(
      Path file, RatingsForm form, List<String> fields, ColumnNames names, RatingsColumn meaning) {
    List<Integer> found = names.positions(List.of(meaning.names().getFirst()));
    if (found.isEmpty()) {
      found = names.positions(meaning.names());
    }
    if (found.size() > 1) {
      throw UnreadableImport.of(
          file,
          "has two columns that can be the %s: %s and %s"
              .formatted(
                  meaning.inWords(),
                  Excerpt.of(fields.get(found.get(0))),
                  Excerpt.of(fields.get(found.get(1)))),
          form == RatingsForm.DELIMITED
              ? "rename one, or say what each column is in options.columns"
                  + " (--columns user,movie,rating,time with - for one that is not read)"
              : "rename one");
    }
    return found.isEmpty() ? ColumnNames.ABSENT : found.getFirst();
  }

  /** Returns the error of a file that says nothing of a meaning. */
  static MatineeException missing(Path file, RatingsForm form, RatingsColumn meaning) {
    if (meaning == RatingsColumn.RATING) {
      return UnreadableImport.of(
          file,
          "has no column that is known to hold ratings",
          naming(form, "rating")
              + "; if the rows are watches, say so in options.event_kind (--watches)");
    }
    return UnreadableImport.of(
        file,
        "has no column that names the " + meaning.inWords(),
        naming(form, meaning == RatingsColumn.MOVIE ? "movieId" : meaning.inWords()));
  }

  /** Says how a column gets its meaning in a form; only that of delimited text can be told. */
  private static String naming(RatingsForm form, String name) {
    return switch (form) {
      case DELIMITED ->
          "call the one that does %s, or say what each column is in options.columns (--columns user,movie,rating,time)"
              .formatted(name);
      case JSON_LINES ->
          "rename the field that does to %1$s, as `jq -c '.%1$s = .other | del(.other)'` does of other"
              .formatted(name);
      default -> "rename the one that does to " + name;
    };
  }
}
