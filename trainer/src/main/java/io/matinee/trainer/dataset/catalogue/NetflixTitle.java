package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.text.TextRow;
import java.util.List;

/**
 * Rows of {@code movie_titles.csv} of the Netflix prize: {@code id,year,title}, where the year can
 * be NULL and the title have commas without quotes.
 */
final class NetflixTitle {
  private static final String UNKNOWN = "NULL";

  private NetflixTitle() {}

  /** Returns the row as MovieLens writes it: id, title with the year, no genres. */
  static TextRow asMovieLens(TextRow row) {
    String[] parts = row.text().split(",", 3);
    if (parts.length < 3) {
      return row;
    }
    String year = parts[1].strip();
    String title = parts[2].strip();
    return new TextRow(
        row.line(),
        row.text(),
        List.of(parts[0].strip(), year.equals(UNKNOWN) ? title : title + " (" + year + ")", ""));
  }
}
