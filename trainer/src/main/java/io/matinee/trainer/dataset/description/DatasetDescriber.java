package io.matinee.trainer.dataset.description;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.counting.CountedTables;
import io.matinee.trainer.dataset.counting.RatingCounts;
import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Describes ratings, of which all is counted, and their catalogue, which lies as Parquet. The same
 * ratings in whatever order give the same description to the bit: numbers are counted, added as
 * whole numbers, or added in the order of their size or id. Of watches nothing is said that goes by
 * the value of a rating. What grows with users or movies stays in the query engine.
 *
 * @param engine the query engine
 * @param ratings what is counted of the ratings, at most one of a movie by a user
 * @param catalogue the catalogue, which has every rated movie
 * @param scale the scale of the ratings
 */
public record DatasetDescriber(
    QueryEngine engine, RatingCounts ratings, Path catalogue, RatingScale scale) {

  /** Describes them. */
  public DatasetDescription describe() throws SQLException {
    String described = QueryEngine.parquet(catalogue);
    CountedTables tables = new CountedTables(engine, scale);
    ratings.fill(tables);
    return new DatasetDescription(
        density(),
        ValueFigures.read(engine, scale),
        TimeFigures.read(engine),
        counts(CountedTables.MOVIES),
        counts(CountedTables.USERS),
        FilterEffects.read(engine),
        new MovieFiguresReader(tables, described).read(),
        CatalogueFigures.read(tables, described));
  }

  private double density() throws SQLException {
    long users = engine.number("SELECT count(*) FROM counted_users");
    long movies = engine.number("SELECT count(*) FROM counted_movies");
    long filled = engine.number("SELECT coalesce(sum(times), 0)::BIGINT FROM counted_movies");
    return filled == 0 ? 0 : filled / ((double) users * movies);
  }

  private Optional<Spread> counts(String table) throws SQLException {
    long count = engine.number("SELECT count(*) FROM " + table);
    if (count == 0) {
      return Optional.empty();
    }
    AscendingValues values = new AscendingValues(count);
    engine.visit(
        "SELECT times, count(*) FROM %s GROUP BY times ORDER BY times".formatted(table),
        row -> {
          values.add(row.getLong(1), row.getLong(2));
          return true;
        });
    return Optional.of(values.spread());
  }
}
