package io.matinee.trainer.dataset.description;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Describes ratings and their catalogue, which lie as Parquet. The same ratings in whatever order
 * give the same description to the bit: numbers are counted, added as whole numbers, or added in
 * the order of their size or id. Of watches nothing is said that goes by the value of a rating.
 * What grows with users or movies stays in the query engine.
 *
 * @param engine the query engine
 * @param ratings the ratings, at most one of a movie by a user
 * @param catalogue the catalogue, which has every rated movie
 * @param scale the scale of the ratings
 */
public record DatasetDescriber(
    QueryEngine engine, Path ratings, Path catalogue, RatingScale scale) {

  /** Reads the ratings and describes them. */
  public DatasetDescription describe() throws SQLException {
    String rated = rated();
    String described = QueryEngine.parquet(catalogue);
    RatedTables tables = new RatedTables(engine, rated, FixedPoint.of(scale));
    tables.make();
    return new DatasetDescription(
        density(),
        ValueFigures.read(engine, rated, scale),
        TimeFigures.read(engine, rated),
        counts("described_movies"),
        counts("described_users"),
        FilterEffects.read(engine),
        new MovieFiguresReader(tables, described).read(),
        CatalogueFigures.read(tables, described));
  }

  /** The ratings as they stand in a FROM clause; those of watches without their one value. */
  private String rated() {
    String all = QueryEngine.parquet(ratings);
    return scale.kind() == EventKind.RATING
        ? all
        : "(SELECT * REPLACE (NULL::FLOAT AS rating) FROM %s)".formatted(all);
  }

  private double density() throws SQLException {
    long users = engine.number("SELECT count(*) FROM described_users");
    long movies = engine.number("SELECT count(*) FROM described_movies");
    long filled = engine.number("SELECT coalesce(sum(times), 0)::BIGINT FROM described_movies");
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
