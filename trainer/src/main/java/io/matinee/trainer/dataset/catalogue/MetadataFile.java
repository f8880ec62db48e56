package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.text.TableFile;
import io.matinee.trainer.dataset.text.TextRow;
import io.matinee.trainer.dataset.text.TextRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The file {@code movies_metadata.csv} of The Movies Dataset: what themoviedb.org says of movies.
 * It completes what other files say of them. Used once.
 */
final class MetadataFile {
  private static final Pattern DIGITS = Pattern.compile("\\d{1,18}(\\.0)?");
  private static final List<List<String>> WANTED =
      List.of(List.of("id"), MovieField.TITLE.names(), MovieField.OVERVIEW.names());

  private final DescribedMovies movies;
  private final MetadataMatch match;
  private final GenreNames genres;
  private final long minimumVotes;
  private final CatalogueLog log;
  private final Set<String> described = new HashSet<>();
  private long fewVotes;
  private long unmatched;
  private long ambiguous;

  /**
   * A file's reader.
   *
   * @param match which movies an entry describes
   * @param minimumVotes entries with fewer votes are left out
   */
  MetadataFile(
      DescribedMovies movies,
      MetadataMatch match,
      GenreNames genres,
      long minimumVotes,
      CatalogueLog log) {
    this.movies = movies;
    this.match = match;
    this.genres = genres;
    this.minimumVotes = minimumVotes;
    this.log = log;
  }

  /** Reads a file in UTF-8; of two entries of one movie, the first counts. */
  void read(Path file) throws IOException {
    Optional<TableFile> found = TableFile.byHeader(file, WANTED);
    if (found.isEmpty()) {
      log.noteIgnored(file, "names no columns id, title and overview");
      return;
    }
    MovieLayout layout =
        new MovieLayout(found.get(), MovieColumns.of(found.get().columns()), false);
    try (TextRows rows = found.get().rows()) {
      MetadataRows entries = new MetadataRows(rows, layout.columns(), log);
      for (TextRow row = entries.next(); row != null; row = entries.next()) {
        read(row, layout, file);
      }
    }
    note(file);
  }

  private void note(Path file) {
    log.note(
        NoteKind.ENTRIES_WITH_FEW_VOTES,
        file,
        fewVotes,
        "entries with fewer than %,d votes, left out: %,d".formatted(minimumVotes, fewVotes));
    log.note(
        NoteKind.ENTRIES_UNMATCHED,
        file,
        unmatched,
        "entries that describe no movie of this data set: %,d".formatted(unmatched));
    log.note(
        NoteKind.ENTRIES_AMBIGUOUS,
        file,
        ambiguous,
        "entries that fit several movies, or one that is described already: %,d"
            .formatted(ambiguous));
  }

  private void read(TextRow row, MovieLayout layout, Path file) throws IOException {
    List<String> fields = row.fields();
    Optional<String> problem =
        CatalogueRule.problemOf(row, fields, layout.columns())
            .or(() -> problemOfId(fields, layout));
    if (problem.isPresent()) {
      log.reject(file, row, problem.get());
    } else {
      describe(new MovieParser(layout, genres).movie(fields), file);
    }
  }

  /** Ids at themoviedb.org are numbers; anything else is a row that has slipped. */
  private static Optional<String> problemOfId(List<String> fields, MovieLayout layout) {
    return DIGITS.matcher(layout.columns().value(fields, MovieField.ID)).matches()
        ? Optional.empty()
        : Optional.of("has an id that is no number of themoviedb.org");
  }

  private void describe(CatalogueRow entry, Path file) {
    if (entry.voteCount() < minimumVotes) {
      fewVotes++;
      return;
    }
    List<String> found = match.moviesOf(entry);
    if (found.isEmpty()) {
      unmatched++;
    } else if ((found.size() > 1 && !match.mayBeSeveral()) || !described.addAll(found)) {
      ambiguous++;
    } else {
      CatalogueRow linked = entry.withLinks(entry.imdbId(), MovieParser.tmdb(entry.id()));
      found.forEach(movie -> movies.complete(linked.withId(movie), file));
    }
  }
}
