package io.matinee.trainer.query;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.function.Predicate;
import org.duckdb.DuckDBAppender;

/** Ratings, chosen one by one or user by user; of their ids a bounded number is on the heap. */
public final class ChosenRows {

  private ChosenRows() {}

  /** Chooses ratings. */
  @FunctionalInterface
  public interface Choice {
    /**
     * Returns whether a rating is chosen.
     *
     * @param second when it was given, in seconds since 1970; 0 when unknown
     */
    boolean takes(String user, String movie, long second);
  }

  /**
   * Lists the numbers of the chosen rows in a new table, or those of the others where they are
   * fewer: what a query holds of them is at most half of the rows.
   *
   * @return the condition in SQL for {@code file_row_number}
   */
  public static String choose(QueryEngine engine, Path ratings, String table, Choice choice)
      throws SQLException {
    String numbered = QueryEngine.numberedParquet(ratings);
    boolean wholeNumbers = engine.columnType(numbered, "user_id").equals("BIGINT");
    RowIds ids = wholeNumbers ? ofNumbers() : ChosenRows::ofTexts;
    BitSet rows = new BitSet();
    engine.visit(
        "SELECT user_id, movie_id, coalesce(timestamp, 0), file_row_number FROM " + numbered,
        row -> {
          if (ids.chosen(row, choice)) {
            rows.set(Math.toIntExact(row.getLong(4)));
          }
          return true;
        });
    long all = engine.number("SELECT count(*) FROM " + numbered);
    return "file_row_number " + listed(engine, rows, Math.toIntExact(all), table);
  }

  /**
   * Lists chosen users, with all their ratings.
   *
   * @return the condition in SQL for ratings
   */
  public static String chooseUsers(QueryEngine engine, Path ratings, Predicate<String> choice)
      throws SQLException {
    engine.run(
        "CREATE TEMP TABLE users_to_choose AS SELECT DISTINCT user_id FROM "
            + QueryEngine.parquet(ratings));
    BitSet users = new BitSet();
    int all = 0;
    try (QueryCursor cursor =
        engine.cursor("SELECT user_id::VARCHAR FROM users_to_choose ORDER BY rowid")) {
      for (; cursor.next(); all++) {
        users.set(all, choice.test(cursor.text(1)));
      }
    }
    return "user_id IN (SELECT user_id FROM users_to_choose WHERE rowid %s)"
        .formatted(listed(engine, users, all, "chosen_users"));
  }

  /** Lists those of {@code all} numbers that are chosen, or the others; returns which in SQL. */
  private static String listed(QueryEngine engine, BitSet chosen, int all, String table)
      throws SQLException {
    boolean most = chosen.cardinality() > all / 2;
    if (most) {
      chosen.flip(0, all);
    }
    engine.run("CREATE TEMP TABLE %s (number BIGINT)".formatted(table));
    engine.append(table, appender -> fill(appender, chosen));
    return "%s (SELECT number FROM %s)".formatted(most ? "NOT IN" : "IN", table);
  }

  /** Reads the ids of a row, and asks whether it is chosen. */
  private interface RowIds {
    boolean chosen(ResultSet row, Choice choice) throws SQLException;
  }

  /** A number is read from the engine without an object, and most come again. */
  private static RowIds ofNumbers() {
    NumberTexts users = new NumberTexts();
    NumberTexts movies = new NumberTexts();
    return (row, choice) ->
        choice.takes(users.text(row.getLong(1)), movies.text(row.getLong(2)), row.getLong(3));
  }

  private static boolean ofTexts(ResultSet row, Choice choice) throws SQLException {
    return choice.takes(row.getString(1), row.getString(2), row.getLong(3));
  }

  private static void fill(DuckDBAppender appender, BitSet rows) throws SQLException {
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      appender.beginRow();
      appender.append((long) row);
      appender.endRow();
    }
  }
}
