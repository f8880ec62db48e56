package io.matinee.trainer.dataset.description;

import io.matinee.trainer.query.QueryEngine;
import java.sql.SQLException;

/**
 * What the figures of a description are read from: one row for each rated movie, one for each user,
 * and one for each movie and level of its users. Three passes over the ratings make them.
 *
 * @param engine the query engine, in which the tables are
 * @param ratings the ratings as they stand in a FROM clause
 * @param units how ratings are summed
 */
record RatedTables(QueryEngine engine, String ratings, FixedPoint units) {

  /** Makes the tables, in place of any that there are. */
  void make() throws SQLException {
    engine.run(
        """
        CREATE OR REPLACE TEMP TABLE described_movies AS
          SELECT movie_id, count(*) AS times, %s AS level, %s AS total, %s AS squares
          FROM %s GROUP BY movie_id
        """
            .formatted(Minimums.level("count(*)"), units.sum(), units.squares(), ratings));
    engine.run(
        """
        CREATE OR REPLACE TEMP TABLE described_users AS
          SELECT user_id, count(*) AS times, %s AS level, max(described_movies.level) AS reach
          FROM %s JOIN described_movies USING (movie_id) GROUP BY user_id
        """
            .formatted(Minimums.level("count(*)"), ratings));
    engine.run(
        """
        CREATE OR REPLACE TEMP TABLE described_meetings AS
          SELECT movie_id, users.level AS user_level, count(*) AS times
          FROM %s JOIN described_users AS users USING (user_id) GROUP BY movie_id, user_level
        """
            .formatted(ratings));
  }
}
