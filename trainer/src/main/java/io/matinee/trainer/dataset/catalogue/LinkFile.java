package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.rating.RatingRule;
import io.matinee.trainer.dataset.text.TableFile;
import io.matinee.trainer.dataset.text.TextRow;
import io.matinee.trainer.dataset.text.TextRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of the ids that movies have elsewhere.
 *
 * @param log what becomes of rows
 */
record LinkFile(CatalogueLog log) {

  /**
   * Reads a file in UTF-8.
   *
   * @return whether it is one of links; nothing is read of another
   */
  boolean read(Path file, Visitor visitor) throws IOException {
    Optional<TableFile> found = find(file);
    if (found.isEmpty()) {
      log.noteIgnored(file, "names no columns movieId and imdbId or tmdbId");
      return false;
    }
    TableFile table = found.get();
    int movie = table.position(MovieField.REFERENCE);
    int imdb = table.position(MovieField.IMDB.names());
    int tmdb = table.position(MovieField.TMDB.names());
    LeftOutRows leftOut = new LeftOutRows();
    try (TextRows rows = table.rows()) {
      for (TextRow row = log.nextReadable(rows, table);
          row != null;
          row = log.nextReadable(rows, table)) {
        String imdbId = MovieParser.imdb(row.field(imdb));
        String tmdbId = MovieParser.tmdb(row.field(tmdb));
        if (row.field(movie).isEmpty() || (imdbId.isEmpty() && tmdbId.isEmpty())) {
          leftOut.add(LeftOutRows.Cause.INCOMPLETE);
        } else if (RatingRule.problemOfId(row.field(movie)).isPresent()) {
          leftOut.add(LeftOutRows.Cause.UNUSABLE_ID);
        } else if (!visitor.linked(row.field(movie), imdbId, tmdbId)) {
          leftOut.add(LeftOutRows.Cause.UNKNOWN_MOVIE);
        }
      }
    }
    leftOut.noteIn(log, file);
    return true;
  }

  private static Optional<TableFile> find(Path file) throws IOException {
    return MovieLayout.isDat(file)
        ? Optional.of(TableFile.fixed(file, "::", List.of("movieId", "imdbId", "tmdbId")))
        : TableFile.byHeader(file, List.of(MovieField.REFERENCE))
            .filter(
                table ->
                    table.position(MovieField.IMDB.names()) >= 0
                        || table.position(MovieField.TMDB.names()) >= 0);
  }

  /** Takes the links of a movie, "" for one that it does not have. */
  interface Visitor {
    /** Takes the links of the movie with the id {@code movie}; false when they are of no use. */
    boolean linked(String movie, String imdb, String tmdb);
  }
}
