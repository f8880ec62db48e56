package io.matinee.trainer.dataset.filter;

import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says why filters leave no rating, and which of them to widen.
 *
 * @param engine the query engine
 * @param catalogue the Parquet file of the catalogue
 */
record NothingLeft(QueryEngine engine, Path catalogue) {
  private static final int MOST_GENRES = 30;
  private static final int MOST_BYTES = 64;

  /** Returns the refusal of filters by what each has left out. */
  MatineeException refusal(RatingFilters filters, FilterCounts counts) throws SQLException {
    List<String> falls = new ArrayList<>();
    add(falls, counts.byTime(), "times (--rated-from, --rated-before)");
    add(falls, counts.byYear(), "years (--from-year, --to-year)" + ofYears(counts));
    add(falls, counts.byGenre(), "genres (--genre)" + ofGenres(filters, counts));
    add(falls, counts.bySample(), "the sample (--sample-users, --sample-ratings)");
    add(
        falls,
        counts.byMinimum(),
        "the minimum ratings (--min-ratings-per-movie, --min-ratings-per-user)");
    return MatineeException.of(
        Reason.NO_RATINGS,
        "The filters leave no rating: %s; widen options.filters."
            .formatted(String.join("; ", falls)));
  }

  private static void add(List<String> falls, long count, String filter) {
    if (count > 0) {
      falls.add("%,d fall to %s".formatted(count, filter));
    }
  }

  private String ofYears(FilterCounts counts) throws SQLException {
    return counts.byYear() > 0 && movies("year IS NOT NULL") == 0 ? ", since no movie has one" : "";
  }

  private String ofGenres(RatingFilters filters, FilterCounts counts) throws SQLException {
    if (counts.byGenre() == 0 || movies(RatingFilter.genres(filters)) > 0) {
      return "";
    }
    List<String> known = known();
    return ", since no movie has %s; %s"
        .formatted(
            filters.genres().stream()
                .limit(MOST_GENRES)
                .map(NothingLeft::shown)
                .collect(Collectors.joining(" or ")),
            known.isEmpty() ? "none has any" : "there are " + String.join(", ", known));
  }

  private long movies(String condition) throws SQLException {
    return engine.number(
        "SELECT count(*) FROM %s WHERE %s".formatted(QueryEngine.parquet(catalogue), condition));
  }

  /** Returns the genres of the catalogue: of many, those that most movies have. */
  private List<String> known() throws SQLException {
    return engine.query(
        """
        SELECT genre
        FROM (SELECT unnest(string_split(genres, '|')) AS genre FROM %s)
        WHERE genre <> ''
        GROUP BY genre
        ORDER BY count(*) DESC, genre
        LIMIT %d
        """
            .formatted(QueryEngine.parquet(catalogue), MOST_GENRES),
        row -> shown(row.getString(1)));
  }

  private static String shown(String genre) {
    return Excerpt.line(genre, MOST_BYTES);
  }
}
