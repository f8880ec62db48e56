package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.text.TableFile;
import io.matinee.trainer.dataset.text.TextRow;
import io.matinee.trainer.dataset.text.TextRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of the tags that users gave to movies.
 *
 * @param movies the movies that are known
 * @param log what becomes of rows
 */
record TagFile(DescribedMovies movies, CatalogueLog log) {
  private static final int BYTES_OF_A_TAG = 100;
  private static final List<String> TAG = List.of("tag", "tags", "keyword", "keywords", "label");

  /** Reads a file in UTF-8; one that is none of tags is left out. */
  void read(Path file) throws IOException {
    Optional<TableFile> found = find(file);
    if (found.isEmpty()) {
      log.noteIgnored(file, "names no columns movieId and tag");
      return;
    }
    TableFile table = found.get();
    int movie = table.position(MovieField.REFERENCE);
    int tag = table.position(TAG);
    TagCounts counts = new TagCounts();
    LeftOutRows leftOut = new LeftOutRows();
    try (TextRows rows = table.rows()) {
      for (TextRow row = log.nextReadable(rows, table);
          row != null;
          row = log.nextReadable(rows, table)) {
        String text = CatalogueRule.onOneLine(row.field(tag));
        Optional<LeftOutRows.Cause> cause = causeToLeaveOut(row.field(movie), text);
        if (cause.isPresent()) {
          leftOut.add(cause.get());
        } else if (counts.add(row.field(movie), text)) {
          movies.count(BYTES_OF_A_TAG + 2L * text.length(), file);
        }
      }
    }
    leftOut.noteIn(log, file);
    movies.changeAll(described -> described.withTags(counts.of(described.id())));
  }

  private Optional<LeftOutRows.Cause> causeToLeaveOut(String movie, String tag) {
    if (movie.isEmpty() || tag.isEmpty()) {
      return Optional.of(LeftOutRows.Cause.INCOMPLETE);
    }
    if (!movies.has(movie)) {
      return Optional.of(LeftOutRows.Cause.UNKNOWN_MOVIE);
    }
    return CatalogueRule.isWord(tag) ? Optional.empty() : Optional.of(LeftOutRows.Cause.LONG_TAG);
  }

  private static Optional<TableFile> find(Path file) throws IOException {
    return MovieLayout.isDat(file)
        ? Optional.of(TableFile.fixed(file, "::", List.of("userId", "movieId", "tag", "timestamp")))
        : TableFile.byHeader(file, List.of(MovieField.REFERENCE, TAG));
  }
}
