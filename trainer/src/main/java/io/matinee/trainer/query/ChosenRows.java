package io.matinee.trainer.query;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.BitSet;
import org.duckdb.DuckDBAppender;

/** Rows of ratings, chosen one by one, without an id of theirs on the heap. */
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

  /** Lists the chosen rows in a new table: their numbers in the column {@code number}. */
  public static void choose(QueryEngine engine, Path ratings, String table, Choice choice)
      throws SQLException {
    BitSet rows = new BitSet();
    engine.visit(
        """
        SELECT user_id::VARCHAR, movie_id::VARCHAR, coalesce(timestamp, 0), file_row_number FROM %s
        """
            .formatted(QueryEngine.numberedParquet(ratings)),
        row -> {
          if (choice.takes(row.getString(1), row.getString(2), row.getLong(3))) {
            rows.set(Math.toIntExact(row.getLong(4)));
          }
          return true;
        });
    engine.run("CREATE TEMP TABLE %s (number BIGINT)".formatted(table));
    engine.append(table, appender -> fill(appender, rows));
  }

  private static void fill(DuckDBAppender appender, BitSet rows) throws SQLException {
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      appender.beginRow();
      appender.append((long) row);
      appender.endRow();
    }
  }
}
