package io.matinee.trainer.dataset.counting;

import io.matinee.model.ratings.EventKind;
import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Counts ratings that lie as Parquet, by the query engine, in five passes over them. What grows
 * with users or movies stays in the engine.
 *
 * @param ratings the file
 */
public record CountsOfParquet(Path ratings) implements RatingCounts {
  private static final long SECONDS_A_DAY = 86_400;

  @Override
  public void fill(CountedTables tables) throws SQLException {
    QueryEngine engine = tables.engine();
    String rated = rated(tables);
    tables.make(engine.columnType(rated, "movie_id"));
    group(tables, rated);
    engine.run(
        """
        INSERT INTO counted_movies
          SELECT movie_id, times, level, reach, total, squares FROM grouped_movies JOIN
            (SELECT movie_id, max(user_level) AS reach FROM grouped_meetings GROUP BY movie_id)
            USING (movie_id)
        """);
    engine.run("INSERT INTO counted_users SELECT times, level, reach FROM grouped_users");
    engine.run(
        """
        INSERT INTO counted_levels
          SELECT user_level, level, sum(met.times)
          FROM grouped_meetings AS met JOIN grouped_movies USING (movie_id) GROUP BY ALL
        """);
    engine.run(
        """
        INSERT INTO counted_values
          SELECT rating, count(*) FROM %s WHERE rating IS NOT NULL GROUP BY rating
        """
            .formatted(rated));
    engine.run(
        """
        INSERT INTO counted_days
          SELECT timestamp // %d, count(*) FROM %s WHERE timestamp IS NOT NULL GROUP BY 1
        """
            .formatted(SECONDS_A_DAY, rated));
    engine.run(
        "INSERT INTO counted_span SELECT min(timestamp), max(timestamp) FROM %s".formatted(rated));
  }

  /** The ratings as they stand in a FROM clause; those of watches without their one value. */
  private String rated(CountedTables tables) {
    String all = QueryEngine.parquet(ratings);
    return tables.scale().kind() == EventKind.RATING
        ? all
        : "(SELECT * REPLACE (NULL::FLOAT AS rating) FROM %s)".formatted(all);
  }

  /** One row for each rated movie, one for each user, one for each movie and level of its users. */
  private static void group(CountedTables tables, String rated) throws SQLException {
    QueryEngine engine = tables.engine();
    String level = Minimums.level("count(*)");
    engine.run(
        """
        CREATE OR REPLACE TEMP TABLE grouped_movies AS
          SELECT movie_id, count(*) AS times, %s AS level, %s AS total, %s AS squares
          FROM %s GROUP BY movie_id
        """
            .formatted(level, tables.units().sum(), tables.units().squares(), rated));
    engine.run(
        """
        CREATE OR REPLACE TEMP TABLE grouped_users AS
          SELECT user_id, count(*) AS times, %s AS level, max(grouped_movies.level) AS reach
          FROM %s JOIN grouped_movies USING (movie_id) GROUP BY user_id
        """
            .formatted(level, rated));
    engine.run(
        """
        CREATE OR REPLACE TEMP TABLE grouped_meetings AS
          SELECT movie_id, users.level AS user_level, count(*) AS times
          FROM %s JOIN grouped_users AS users USING (user_id) GROUP BY movie_id, user_level
        """
            .formatted(rated));
  }
}
