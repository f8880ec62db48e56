package io.matinee.trainer.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the files beside the ratings: movies, links and tags. Used by one thread, once. */
final class CatalogueReader {
  private static final String NO_GENRES = "(no genres listed)";
  private static final int FIRST_GENRE_OF_ITEM = 6; // behind the flag of no known genre

  private final SourceFiles files;
  private final RejectLog rejects;
  private final Map<String, CatalogueRow> movies = new LinkedHashMap<>();

  CatalogueReader(SourceFiles files, RejectLog rejects) {
    this.files = files;
    this.rejects = rejects;
  }

  /** The movies that the files describe; of two with the same id, the first. */
  Collection<CatalogueRow> read() throws IOException {
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
    String delimiter = items ? "|" : files.form().delimiter();
    try (TextRows rows = open(file, delimiter)) {
      for (TextRow row = rows.next(); row != null; row = rows.next()) {
        int needed = items ? FIRST_GENRE_OF_ITEM + MovieLensGenres.ALL.size() : 3;
        if (row.fields().size() < needed || row.fields().getFirst().isEmpty()) {
          rejects.add(
              new RejectedRow(
                  String.valueOf(file.getFileName()),
                  row.line(),
                  "has %d fields instead of %d".formatted(row.fields().size(), needed),
                  row.text()));
        } else {
          CatalogueRow movie = movie(row.fields(), items ? flagged(row) : listed(row));
          movies.putIfAbsent(movie.id(), movie);
        }
      }
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
    try (TextRows rows = open(file, files.form().delimiter())) {
      for (TextRow row = rows.next(); row != null; row = rows.next()) {
        List<String> fields = row.fields();
        String tmdb = fields.size() > 2 ? fields.get(2) : "";
        String imdb = fields.size() > 1 ? fields.get(1) : "";
        movies.computeIfPresent(fields.getFirst(), (id, movie) -> movie.withLinks(imdb, tmdb));
      }
    }
  }

  private void readTags(Path file) throws IOException {
    TagCounts tags = new TagCounts();
    try (TextRows rows = open(file, files.form().delimiter())) {
      for (TextRow row = rows.next(); row != null; row = rows.next()) {
        if (row.fields().size() > 2 && movies.containsKey(row.fields().get(1))) {
          tags.add(row.fields().get(1), row.fields().get(2));
        }
      }
    }
    movies.replaceAll((id, movie) -> movie.withTags(tags.of(id)));
  }

  private TextRows open(Path file, String delimiter) throws IOException {
    TextRows rows = TextRows.open(file, delimiter, files.form().quoted());
    TextRow header = files.form().quoted() ? rows.next() : null;
    if (header != null && !header.text().toLowerCase(Locale.ROOT).contains("movieid")) {
      rows.close();
      throw UnreadableImport.of(
          file, "does not begin with a header that names movieId", "add the header line");
    }
    return rows;
  }
}
