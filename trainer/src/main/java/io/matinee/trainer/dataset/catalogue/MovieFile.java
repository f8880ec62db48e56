package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.text.TextRow;
import io.matinee.trainer.dataset.text.TextRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of movies, their titles and genres.
 *
 * @param movies the movies that are known
 * @param genres the names of genres
 * @param log what becomes of rows
 */
record MovieFile(DescribedMovies movies, GenreNames genres, CatalogueLog log) {

  /** Reads a file in UTF-8; of two movies with one id, the first counts. */
  void read(Path file) throws IOException {
    MovieLayout layout = MovieLayout.of(file);
    MovieParser parser = new MovieParser(layout, genres);
    long repeated = 0;
    try (TextRows rows = layout.table().rows()) {
      for (TextRow row = log.nextCounted(rows); row != null; row = log.nextCounted(rows)) {
        List<String> fields = TitleRepair.fields(row, layout);
        Optional<String> problem = CatalogueRule.problemOf(row, fields, layout.columns());
        if (problem.isPresent()) {
          log.reject(file, row, problem.get());
        } else {
          repeated += keep(parser.movie(fields), row, file) ? 0 : 1;
        }
      }
    }
    log.note(
        NoteKind.MOVIES_REPEATED,
        file,
        repeated,
        "rows that describe a movie again: %,d; the first description counts".formatted(repeated));
    noteTitles(layout, file);
    log.noteIgnoredColumns(file, layout.ignored());
  }

  private boolean keep(CatalogueRow movie, TextRow row, Path file) throws IOException {
    Optional<String> problem = CatalogueRule.problemOfGenres(movie.genres());
    if (problem.isPresent()) {
      log.reject(file, row, problem.get());
      return true;
    }
    return movies.add(movie, file);
  }

  private void noteTitles(MovieLayout layout, Path file) {
    long untitled = movies.all().stream().filter(movie -> movie.title().isEmpty()).count();
    log.note(
        NoteKind.MOVIES_UNTITLED,
        file,
        untitled,
        layout.columns().has(MovieField.TITLE)
            ? "movies without a title: %,d".formatted(untitled)
            : "no movie has a title: no column is called title");
  }
}
