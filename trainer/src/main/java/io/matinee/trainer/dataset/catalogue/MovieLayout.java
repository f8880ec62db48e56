package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.dataset.text.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How a file of movies is written.
 *
 * @param table the file
 * @param columns where the fields stand
 * @param flags whether genres are flags, one in a field
 */
record MovieLayout(TableFile table, MovieColumns columns, boolean flags) {

  /**
   * Finds out how a file is written: by its ending where the form has no header, else by its
   * header.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when the header names no
   *     column of ids, or the rows have a column more
   */
  static MovieLayout of(Path file) throws IOException {
    if (hasEnding(file, ".item")) {
      return new MovieLayout(TableFile.fixed(file, "|", List.of()), MovieColumns.ITEM, true);
    }
    if (isDat(file)) {
      return new MovieLayout(TableFile.fixed(file, "::", List.of()), MovieColumns.DAT, false);
    }
    if (hasEnding(file, "movie_titles.csv")) {
      return new MovieLayout(TableFile.fixed(file, ",", List.of()), MovieColumns.NETFLIX, false);
    }
    TableFile table =
        TableFile.byHeader(file, List.of(MovieField.ID.names()))
            .orElseThrow(
                () ->
                    UnreadableImport.of(
                        file,
                        "does not begin with a header that names movieId",
                        "add the header line, with \",\", \";\", \"|\" or tabs between its names"));
    if (table.lacksAColumn()) {
      throw UnreadableImport.of(
          file,
          "has one field more in its rows than in its header",
          "name each column in the header, and put titles that hold a \"%s\" in double quotes"
              .formatted(table.delimiter()));
    }
    return new MovieLayout(table, MovieColumns.of(table.columns()), false);
  }

  /** Returns the names in the header of columns that say nothing of a movie that is kept. */
  List<String> ignored() throws IOException {
    List<String> header = table.header();
    return IntStream.range(0, header.size())
        .filter(position -> !header.get(position).isBlank() && !columns.keeps(position))
        .mapToObj(header::get)
        .toList();
  }

  /** Whether a file is in the form without a header that MovieLens 1M and 10M have. */
  static boolean isDat(Path file) {
    return hasEnding(file, ".dat");
  }

  private static boolean hasEnding(Path file, String ending) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
  }
}
