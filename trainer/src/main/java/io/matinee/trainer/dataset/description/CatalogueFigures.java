package io.matinee.trainer.dataset.description;

import io.matinee.trainer.dataset.counting.CountedTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the catalogue holds; its movies count whether or not they are rated.
 *
 * @param years its movies by year of release, oldest first; of more than {@value #MOST_YEARS} years
 *     the newest
 * @param genres its genres, most movies first; of more than {@value #MOST_GENRES} the first
 * @param untitled movies without a title
 * @param undated movies without a year
 * @param unsorted movies without a genre
 */
public record CatalogueFigures(
    List<Year> years, List<Genre> genres, long untitled, long undated, long unsorted) {
  private static final int MOST_YEARS = 500;
  private static final int MOST_GENRES = 100;

  /** Copies the lists. */
  public CatalogueFigures {
    years = List.copyOf(years);
    genres = List.copyOf(genres);
  }

  /** Reads the figures of a catalogue, as it stands in a FROM clause. */
  static CatalogueFigures read(CountedTables tables, String catalogue) throws SQLException {
    List<Year> newestFirst =
        tables
            .engine()
            .query(
                """
                SELECT year, count(*) FROM %s WHERE year IS NOT NULL
                GROUP BY year ORDER BY year DESC LIMIT %d
                """
                    .formatted(catalogue, MOST_YEARS),
                row -> new Year(row.getInt(1), row.getLong(2)));
    return new CatalogueFigures(
        newestFirst.reversed(),
        genres(tables, catalogue),
        lacking(tables, catalogue, "title = ''"),
        lacking(tables, catalogue, "year IS NULL"),
        lacking(tables, catalogue, "genres = ''"));
  }

  private static List<Genre> genres(CountedTables tables, String catalogue) throws SQLException {
    String query =
        """
        SELECT genre, count(*) AS movies, coalesce(sum(times), 0)::BIGINT, %s / sum(times)
        FROM (SELECT movie_id, unnest(list_distinct(string_split(genres, '|'))) AS genre FROM %s)
          LEFT JOIN (SELECT movie_id::VARCHAR AS movie_id, times, total FROM counted_movies)
            USING (movie_id)
        WHERE genre <> '' GROUP BY genre ORDER BY movies DESC, genre LIMIT %d
        """;
    return tables
        .engine()
        .query(
            query.formatted(tables.units().number("sum(total)"), catalogue, MOST_GENRES),
            Genre::read);
  }

  private static long lacking(CountedTables tables, String catalogue, String what)
      throws SQLException {
    return tables.engine().number("SELECT count(*) FROM %s WHERE %s".formatted(catalogue, what));
  }

  /**
   * The movies of a year.
   *
   * @param year the year of release
   * @param movies how many
   */
  public record Year(int year, long movies) {}

  /**
   * What is known of a genre; a movie counts for each of its genres.
   *
   * @param name the genre
   * @param movies its movies
   * @param ratings their ratings
   * @param mean the mean of these; empty where there are none
   */
  public record Genre(String name, long movies, long ratings, OptionalDouble mean) {
    static Genre read(ResultSet row) throws SQLException {
      double mean = row.getDouble(4);
      OptionalDouble known = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(mean);
      return new Genre(row.getString(1), row.getLong(2), row.getLong(3), known);
    }
  }
}
