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
    try (TextRows rows = table.rows()) {
      for (TextRow row = log.next(rows); row != null; row = log.next(rows)) {
        count(row.field(movie), CatalogueRule.onOneLine(row.field(tag)), counts, file);
      }
    }
    movies.changeAll(described -> described.withTags(counts.of(described.id())));
  }

  private void count(String movie, String tag, TagCounts counts, Path file) {
    if (movies.has(movie) && CatalogueRule.isWord(tag) && counts.add(movie, tag)) {
      movies.count(BYTES_OF_A_TAG + 2L * tag.length(), file);
    }
  }

  private static Optional<TableFile> find(Path file) throws IOException {
    return MovieLayout.isDat(file)
        ? Optional.of(TableFile.fixed(file, "::", List.of("userId", "movieId", "tag", "timestamp")))
        : TableFile.byHeader(file, List.of(MovieField.REFERENCE, TAG));
  }
}
