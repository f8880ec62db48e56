package io.matinee.trainer.dataset.catalogue;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes movies of rows.
 *
 * @param layout how the rows are written
 * @param genres the names of genres
 */
record MovieParser(MovieLayout layout, GenreNames genres) {
  private static final Pattern WHOLE_AS_FRACTION = Pattern.compile("\\.0$");
  private static final Pattern COUNT = Pattern.compile("\\d{1,18}(\\.0)?");

  /** Returns the movie of a row that {@link CatalogueRule} has found to be one. */
  CatalogueRow movie(List<String> fields) {
    MovieColumns columns = layout.columns();
    TitleYear title =
        TitleYear.parse(
            CatalogueRule.onOneLine(columns.value(fields, MovieField.TITLE)),
            columns.value(fields, MovieField.YEAR));
    return new CatalogueRow(
        columns.value(fields, MovieField.ID),
        title.title(),
        originalTitle(fields),
        title.year(),
        genresOf(fields),
        List.of(),
        CatalogueRule.overview(columns.value(fields, MovieField.OVERVIEW)),
        imdb(columns.value(fields, MovieField.IMDB)),
        tmdb(columns.value(fields, MovieField.TMDB)),
        votes(fields));
  }

  /** Returns the title where the movie was made, or "" where it has no other there. */
  private String originalTitle(List<String> fields) {
    String original = layout.columns().value(fields, MovieField.ORIGINAL_TITLE);
    return original.equals(layout.columns().value(fields, MovieField.TITLE))
        ? ""
        : CatalogueRule.originalTitle(original);
  }

  /** Returns how many votes a row says that there are, 0 where it says nothing. */
  private long votes(List<String> fields) {
    String text = layout.columns().value(fields, MovieField.VOTES);
    return COUNT.matcher(text).matches() ? Long.parseLong(withoutFraction(text)) : 0;
  }

  private List<String> genresOf(List<String> fields) {
    if (layout.flags()) {
      int first = layout.columns().position(MovieField.GENRES);
      return genres.flagged(fields.subList(first, fields.size()));
    }
    return genres.listed(layout.columns().value(fields, MovieField.GENRES));
  }

  /** Returns an id at imdb.com as it is kept, or "" for what is none. */
  static String imdb(String id) {
    return word(id.startsWith("tt") ? id.substring(2) : id);
  }

  /** Returns an id at themoviedb.org as it is kept, or "" for what is none. */
  static String tmdb(String id) {
    return word(withoutFraction(id));
  }

  private static String withoutFraction(String number) {
    return WHOLE_AS_FRACTION.matcher(number).replaceFirst("");
  }

  private static String word(String id) {
    return CatalogueRule.isWord(id) ? id : "";
  }
}
