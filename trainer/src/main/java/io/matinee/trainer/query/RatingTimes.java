package io.matinee.trainer.query;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.sql.SQLException;

/** The times of ratings. */
public final class RatingTimes {

  private RatingTimes() {}

  /**
   * Makes sure that each rating has a time, as a hold-out by times needs.
   *
   * @param ratings the ratings as they stand in a FROM clause
   * @throws MatineeException NO_TIMESTAMPS
   */
  public static void requireForHoldOut(QueryEngine engine, String ratings) throws SQLException {
    require(engine, ratings, "The hold-out goes", "hold out by hash");
  }

  /**
   * Makes sure that each rating has a time, as filters by times need.
   *
   * @param ratings the ratings as they stand in a FROM clause
   * @throws MatineeException NO_TIMESTAMPS
   */
  public static void requireForFilters(QueryEngine engine, String ratings) throws SQLException {
    require(engine, ratings, "The filters go", "leave start_time and end_time out");
  }

  private static void require(QueryEngine engine, String ratings, String what, String otherwise)
      throws SQLException {
    long timeless =
        engine.number(
            "SELECT count(*) FROM %s WHERE coalesce(timestamp, 0) = 0".formatted(ratings));
    if (timeless > 0) {
      throw MatineeException.of(
          Reason.NO_TIMESTAMPS,
          "%s by times, which %,d ratings do not have: import them with a timestamp each, or %s."
              .formatted(what, timeless, otherwise));
    }
  }
}
