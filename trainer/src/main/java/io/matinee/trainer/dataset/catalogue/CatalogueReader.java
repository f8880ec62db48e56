package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.form.RatingsForm;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.dataset.source.SourceFiles;
import io.matinee.trainer.dataset.text.TextRow;
import io.matinee.trainer.dataset.text.TextRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the files beside the ratings: movies, links and tags. What it keeps of them is bounded,
 * however large they are. Used by one thread, once.
 */
public final class CatalogueReader {
  /** About what movies and their tags may take while they are read, in bytes of memory. */
  private static final long MAXIMUM_BYTES = 256L << 20;

  private static final int BYTES_OF_A_MOVIE = 300;
  private static final int BYTES_OF_A_TAG = 100;
  private static final String NO_GENRES = "(no genres listed)";
  private static final int FIRST_GENRE_OF_ITEM = 6; // behind the flag of no known genre

  private final SourceFiles files;
  private final RejectLog rejects;
  private final Runnable goOn;
  private final Map<String, CatalogueRow> movies = new LinkedHashMap<>();
  private long bytes;

  /**
   * A reader of the files of an import.
   *
   * @param goOn is called with each row; what it throws ends the reading
   */
  public CatalogueReader(SourceFiles files, RejectLog rejects, Runnable goOn) {
    this.files = files;
    this.rejects = rejects;
    this.goOn = goOn;
  }

  /**
   * The movies that the files describe; of two with the same id, the first.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when they are too many
   */
  public Collection<CatalogueRow> read() throws IOException {
    if (files.movies().isPresent()) {
      readMovies(files.movies().get());
    }
    if (files.links().isPresent()) {
      readLinks(files.links().get());
    }
    if (files.tags().isPresent()) {
      readTags(files.tags().get());
    }
    return movies.values();
  }

  private void readMovies(Path file) throws IOException {
    boolean items = files.form() == RatingsForm.MOVIELENS_DATA;
    String delimiter = items ? "|" : (isDat() ? "::" : ",");
    try (TextRows rows = open(file, delimiter)) {
      CatalogueRule rule =
          new CatalogueRule(items ? FIRST_GENRE_OF_ITEM + MovieLensGenres.ALL.size() : 3);
      for (TextRow read = rows.next(); read != null; read = rows.next()) {
        goOn.run();
        TextRow row = isNetflix() ? NetflixTitle.asMovieLens(read) : read;
        Optional<String> problem = rule.problemOf(row.fields());
        if (problem.isPresent()) {
          reject(row, problem.get(), file);
        } else {
          take(row, items ? flagged(row) : listed(row), file);
        }
      }
    }
  }

  private void take(TextRow row, List<String> genres, Path file) throws IOException {
    Optional<String> problem = CatalogueRule.problemOfGenres(genres);
    if (problem.isPresent()) {
      reject(row, problem.get(), file);
    } else {
      keep(movie(row.fields(), genres), row, file);
    }
  }

  private void reject(TextRow row, String problem, Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    rejects.add(new RejectedRow(name, row.line(), problem, row.text()));
  }

  private void keep(CatalogueRow movie, TextRow row, Path file) {
    if (movies.putIfAbsent(movie.id(), movie) == null) {
      count(
          BYTES_OF_A_MOVIE + 2L * Math.min(row.text().length(), 2 * CatalogueRule.MAXIMUM_TEXT),
          file);
    }
  }

  private void count(long more, Path file) {
    bytes += more;
    if (bytes > MAXIMUM_BYTES) {
      throw UnreadableImport.of(
          file,
          "describes more movies, or gives them more tags, than one import can take",
          "leave out those without ratings");
    }
  }

  private static CatalogueRow movie(List<String> fields, List<String> genres) {
    TitleYear title = TitleYear.parse(fields.get(1));
    return new CatalogueRow(
        fields.getFirst(), title.title(), title.year(), genres, List.of(), "", "");
  }

  private static List<String> listed(TextRow row) {
    String genres = row.fields().get(2);
    return genres.isEmpty() || genres.equals(NO_GENRES)
        ? List.of()
        : Arrays.stream(genres.split("\\|")).filter(genre -> !genre.isBlank()).toList();
  }

  private static List<String> flagged(TextRow row) {
    List<String> genres = new ArrayList<>();
    for (int i = 0; i < MovieLensGenres.ALL.size(); i++) {
      if (row.fields().get(FIRST_GENRE_OF_ITEM + i).equals("1")) {
        genres.add(MovieLensGenres.ALL.get(i));
      }
    }
    return genres;
  }

  private void readLinks(Path file) throws IOException {
    try (TextRows rows = open(file, (isDat() ? "::" : ","))) {
      for (TextRow row = rows.next(); row != null; row = rows.next()) {
        goOn.run();
        List<String> fields = row.fields();
        String tmdb = id(fields, 2);
        String imdb = id(fields, 1);
        movies.computeIfPresent(fields.getFirst(), (id, movie) -> movie.withLinks(imdb, tmdb));
      }
    }
  }

  private static String id(List<String> fields, int position) {
    return fields.size() > position && CatalogueRule.isWord(fields.get(position))
        ? fields.get(position)
        : "";
  }

  private void readTags(Path file) throws IOException {
    TagCounts tags = new TagCounts();
    try (TextRows rows = open(file, (isDat() ? "::" : ","))) {
      for (TextRow row = rows.next(); row != null; row = rows.next()) {
        goOn.run();
        List<String> fields = row.fields();
        if (fields.size() > 2
            && movies.containsKey(fields.get(1))
            && CatalogueRule.isWord(fields.get(2))
            && tags.add(fields.get(1), fields.get(2))) {
          count(BYTES_OF_A_TAG + 2L * fields.get(2).length(), file);
        }
      }
    }
    movies.replaceAll((id, movie) -> movie.withTags(tags.of(id)));
  }

  private boolean isDat() {
    return files.form() == RatingsForm.MOVIELENS_DAT || files.form() == RatingsForm.MOVIETWEETINGS;
  }

  private boolean isNetflix() {
    return files.form() == RatingsForm.NETFLIX;
  }

  private boolean quoted() {
    return !isDat() && !isNetflix() && files.form() != RatingsForm.MOVIELENS_DATA;
  }

  private TextRows open(Path file, String delimiter) throws IOException {
    TextRows rows = TextRows.open(file, delimiter, quoted());
    TextRow header = quoted() ? rows.next() : null;
    if (header != null && !header.text().toLowerCase(Locale.ROOT).contains("movieid")) {
      rows.close();
      throw UnreadableImport.of(
          file, "does not begin with a header that names movieId", "add the header line");
    }
    return rows;
  }
}
