package io.matinee.trainer.dataset.counting;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.query.QueryEngine;
import java.sql.SQLException;
import java.util.Map;

/**
 * The tables that the figures of a description are read from. The level of a movie or a user is how
 * many of {@link Minimums} its ratings reach; its reach is the highest level of those who rated it,
 * or of what they rated. Nothing is summed, and no value listed, of watches.
 *
 * @param engine the query engine, in which the tables are
 * @param scale the scale of the ratings
 */
public record CountedTables(QueryEngine engine, RatingScale scale) {
  /** The rated movies: movie_id, times, level, reach, total, squares. */
  public static final String MOVIES = "counted_movies";

  /** The users who rated, each a row: times, level, reach. */
  public static final String USERS = "counted_users";

  /** How many ratings there are by the levels of their user and movie. */
  public static final String LEVELS = "counted_levels";

  /** How many ratings there are of each value. */
  public static final String VALUES = "counted_values";

  /** How many ratings there are of each day, by days since 1970. */
  public static final String DAYS = "counted_days";

  /** The time of the oldest rating and that of the newest, one row; NULL without times. */
  public static final String SPAN = "counted_span";

  /** Returns how ratings are summed. */
  public FixedPoint units() {
    return FixedPoint.of(scale);
  }

  /**
   * Makes the tables, empty, in place of any that there are.
   *
   * @param idType the type of ids in SQL
   */
  void make(String idType) throws SQLException {
    Map<String, String> columns =
        Map.of(
            MOVIES,
            "movie_id "
                + idType
                + ", times BIGINT, level TINYINT, reach TINYINT, total HUGEINT, squares HUGEINT",
            USERS,
            "times BIGINT, level TINYINT, reach TINYINT",
            LEVELS,
            "user_level TINYINT, movie_level TINYINT, times BIGINT",
            VALUES,
            "rating FLOAT, times BIGINT",
            DAYS,
            "day BIGINT, times BIGINT",
            SPAN,
            "oldest BIGINT, newest BIGINT");
    for (Map.Entry<String, String> table : columns.entrySet()) {
      engine.run(
          "CREATE OR REPLACE TEMP TABLE %s (%s)".formatted(table.getKey(), table.getValue()));
    }
  }
}
