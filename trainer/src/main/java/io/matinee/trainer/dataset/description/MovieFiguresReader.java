package io.matinee.trainer.dataset.description;

import io.matinee.trainer.dataset.counting.CountedTables;
import io.matinee.trainer.query.QueryEngine;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Reads what there is to say of movies off {@link CountedTables}.
 *
 * @param tables the tables
 * @param catalogue the catalogue as it stands in a FROM clause
 */
record MovieFiguresReader(CountedTables tables, String catalogue) {
  private static final int SHOWN = 10;
  private static final double VOTES_QUANTILE = .9;

  MovieFigures read() throws SQLException {
    List<RatedMovie> mostRated = top("times", RatedMovie::read);
    List<Totals> totals =
        tables
            .engine()
            .query(
                """
                SELECT sum(times)::BIGINT, coalesce(%s, 0), quantile_cont(times, %s)
                FROM counted_movies WHERE total IS NOT NULL HAVING count(*) > 0
                """
                    .formatted(tables.units().number("sum(total)"), VOTES_QUANTILE),
                row -> new Totals(row.getLong(1), row.getDouble(2), row.getDouble(3)));
    return totals.isEmpty()
        ? new MovieFigures(mostRated, unranked(), unranked(), 0, OptionalDouble.empty())
        : ranked(mostRated, totals.getFirst());
  }

  private MovieFigures ranked(List<RatedMovie> mostRated, Totals totals) throws SQLException {
    MeanErrors errors = new MeanErrors(totals.count(), totals.mean(), totals.votes());
    tables
        .engine()
        .visit(
            """
            SELECT times, %s, %s FROM counted_movies ORDER BY movie_id
            """
                .formatted(tables.units().number("total"), tables.units().squareNumber("squares")),
            row -> {
              errors.add(row.getLong(1), row.getDouble(2), row.getDouble(3));
              return true;
            });
    return new MovieFigures(
        mostRated,
        new MeanRanking(ranking(mean()), errors.plain()),
        new MeanRanking(ranking(weightedMean(totals)), errors.weighted()),
        totals.votes(),
        errors.global());
  }

  private String mean() {
    return tables.units().number("total") + " / times";
  }

  /** (v / (v + m)) R + (m / (v + m)) C, where v R is the sum of the movie's ratings. */
  private String weightedMean(Totals totals) {
    return String.format(
        Locale.ROOT,
        "(%s + '%s'::DOUBLE) / (times + '%s'::DOUBLE)",
        tables.units().number("total"),
        totals.votes() * totals.mean(),
        totals.votes());
  }

  private List<MeanRanking.RankedMovie> ranking(String score) throws SQLException {
    return top(
        score, row -> new MeanRanking.RankedMovie(RatedMovie.read(row), row.getDouble("score")));
  }

  private <T> List<T> top(String score, QueryEngine.RowReader<T> reader) throws SQLException {
    String query =
        """
        SELECT movie_id, title, year, genres, imdb_id, tmdb_id, times, mean, score
        FROM (SELECT movie_id::VARCHAR AS movie_id, times, %s AS mean, %s AS score
            FROM counted_movies ORDER BY score DESC, times DESC, 1 LIMIT %d)
          JOIN %s AS catalogue USING (movie_id)
        ORDER BY score DESC, times DESC, movie_id
        """;
    return tables.engine().query(query.formatted(mean(), score, SHOWN, catalogue), reader);
  }

  private static MeanRanking unranked() {
    return new MeanRanking(List.of(), OptionalDouble.empty());
  }

  private record Totals(long count, double sum, double votes) {
    double mean() {
      return sum / count;
    }
  }
}
