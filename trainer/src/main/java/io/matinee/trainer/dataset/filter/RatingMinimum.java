package io.matinee.trainer.dataset.filter;

import io.matinee.model.durable.DurableFiles;
import io.matinee.trainer.dataset.filter.MinimumRatings.Mode;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Leaves movies and users out that have too few ratings.
 *
 * @param engine the query engine
 * @param ratings the Parquet file of the ratings, which is replaced
 */
record RatingMinimum(QueryEngine engine, Path ratings) {
  private static final String LEFT =
      "(SELECT * FROM %s SEMI JOIN enough_movies USING (movie_id) SEMI JOIN enough_users USING (user_id))";

  /** Filters; returns how many ratings were left out. */
  long apply(MinimumRatings minimum) throws SQLException, IOException {
    String all = QueryEngine.parquet(ratings);
    long before = engine.number("SELECT count(*) FROM " + all);
    String left = all;
    long listed = Long.MAX_VALUE;
    long kept = list(left, minimum);
    while (minimum.mode() == Mode.CORE && kept < listed) {
      listed = kept;
      left = LEFT.formatted(all);
      kept = list(left, minimum);
    }
    write(LEFT.formatted(all));
    return before - engine.number("SELECT count(*) FROM " + all);
  }

  /** Lists the movies and users that have enough; returns how many there are. */
  private long list(String left, MinimumRatings minimum) throws SQLException {
    String comparison = minimum.mode() == Mode.ONCE ? ">" : ">=";
    for (String column : List.of("movie", "user")) {
      engine.run(
          """
          CREATE OR REPLACE TEMP TABLE next_%1$ss AS
            SELECT %1$s_id FROM %2$s GROUP BY %1$s_id HAVING count(*) %3$s %4$d
          """
              .formatted(
                  column,
                  left,
                  comparison,
                  column.equals("movie") ? minimum.perMovie() : minimum.perUser()));
    }
    engine.run("CREATE OR REPLACE TEMP TABLE enough_movies AS FROM next_movies");
    engine.run("CREATE OR REPLACE TEMP TABLE enough_users AS FROM next_users");
    return engine.number(
        "SELECT (SELECT count(*) FROM enough_movies) + (SELECT count(*) FROM enough_users)");
  }

  private void write(String left) throws SQLException, IOException {
    Path filtered = ratings.resolveSibling("filtered.parquet");
    engine.run(
        "COPY (SELECT * FROM %s) TO %s (%s)"
            .formatted(left, QueryEngine.literal(filtered), RatingFilter.WRITTEN));
    DurableFiles.moveInPlace(filtered, ratings);
  }
}
