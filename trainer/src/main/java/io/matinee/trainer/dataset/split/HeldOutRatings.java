package io.matinee.trainer.dataset.split;

import io.matinee.model.split.ComputedHoldOut;
import io.matinee.model.split.LastPerUser;
import io.matinee.model.split.LastRatings;
import io.matinee.model.split.LastShare;
import io.matinee.model.split.RatingHoldOut;
import io.matinee.model.split.TimeCut;
import io.matinee.trainer.query.ChosenRows;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.query.RatingTimes;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Writes the ratings that a rule holds out, with the ratings where they lie: neither an id nor a
 * rating is held on the heap.
 *
 * @param engine the query engine
 * @param ratings the Parquet file of all ratings
 */
record HeldOutRatings(QueryEngine engine, Path ratings) {
  /** Of ratings given in one second the one of the later movie by id counts as later. */
  private static final String LAST =
      """
      CREATE TEMP TABLE chosen AS SELECT number FROM (
        SELECT file_row_number AS number, count(*) OVER (PARTITION BY user_id) AS given,
          row_number() OVER (PARTITION BY user_id ORDER BY timestamp DESC, movie_id DESC) AS place
        FROM %s)
      WHERE place <= least(%s, given - 1)
      """;

  /**
   * Writes them in the order of ids.
   *
   * @throws io.matinee.runtime.error.MatineeException NO_TIMESTAMPS when the rule goes by times
   *     that are not there
   */
  void write(ComputedHoldOut rule, Path target) throws SQLException {
    if (rule.needsTimes()) {
      RatingTimes.requireForHoldOut(engine, QueryEngine.parquet(ratings));
    }
    String condition =
        switch (rule) {
          case TimeCut(long second) -> "timestamp >= " + second;
          case RatingHoldOut each -> ChosenRows.choose(engine, ratings, "chosen", each::heldOut);
          case LastRatings last -> listed(last);
        };
    engine.run(
        """
        COPY (SELECT user_id, movie_id, rating, timestamp
            FROM %s WHERE %s
            ORDER BY user_id::VARCHAR, movie_id::VARCHAR)
          TO %s (FORMAT parquet)
        """
            .formatted(
                QueryEngine.numberedParquet(ratings), condition, QueryEngine.literal(target)));
  }

  private String listed(LastRatings rule) throws SQLException {
    engine.run(LAST.formatted(QueryEngine.numberedParquet(ratings), countedBy(rule)));
    return "file_row_number IN (SELECT number FROM chosen)";
  }

  private static String countedBy(LastRatings rule) {
    return switch (rule) {
      case LastPerUser(int count) -> Integer.toString(count);
      case LastShare(double share) -> "floor(%s::DOUBLE * given)::BIGINT".formatted(share);
    };
  }
}
