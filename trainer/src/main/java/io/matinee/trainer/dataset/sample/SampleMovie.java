package io.matinee.trainer.dataset.sample;

import java.util.List;

/**
 * A movie of the bundled sample.
 *
 * @param id the movie's id, a positive number
 * @param title the title without the year
 * @param year the year of release
 * @param genres the genres, by the names that MovieLens uses
 * @param themes what the movie is about, e.g. "heist"
 * @param fame how well known it is, 1 (to film lovers) to 5 (to nearly everybody)
 */
record SampleMovie(
    int id, String title, int year, List<String> genres, List<String> themes, int fame) {

  private static final String LIST_SEPARATOR = "\\|";

  SampleMovie {
    genres = List.copyOf(genres);
    themes = List.copyOf(themes);
  }

  /** Reads one line of {@code movies.tsv}. */
  static SampleMovie parse(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 6) {
      throw new IllegalArgumentException("Not a movie of six cells: " + line);
    }
    return new SampleMovie(
        Integer.parseInt(cells[0]),
        cells[1],
        Integer.parseInt(cells[2]),
        List.of(cells[3].split(LIST_SEPARATOR)),
        List.of(cells[4].split(LIST_SEPARATOR)),
        Integer.parseInt(cells[5]));
  }
}
