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
  public static void require(QueryEngine engine, String ratings) throws SQLException {
    long timeless =
        engine.number(
            "SELECT count(*) FROM %s WHERE coalesce(timestamp, 0) = 0".formatted(ratings));
    if (timeless > 0) {
      throw MatineeException.of(
          Reason.NO_TIMESTAMPS,
          "The hold-out goes by times, which %,d ratings do not have: import them with a timestamp each, or hold out by hash."
              .formatted(timeless));
    }
  }
}
