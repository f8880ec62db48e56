package io.matinee.trainer.dataset;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.store.DurableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Turns ratings as text into Parquet, with set-based SQL. Rows are read once, by typed columns; a
 * file with any row that is not a rating is refused as a whole, and goes through {@link
 * CarefulPass}.
 */
final class RatingsTable {
  /** The header of the file that {@link CarefulPass} writes. */
  private static final RatingsHeader CLEAN = new RatingsHeader(4, 0, 1, 2, 3, false);

  private final QueryEngine engine;
  private final Path parquet;

  /** A table that is kept in the file {@code parquet}. */
  RatingsTable(QueryEngine engine, Path parquet) {
    this.engine = engine;
    this.parquet = parquet;
  }

  /** Reads a file; false when it has a row that is not a rating. */
  boolean readStrictly(Path file, RatingsForm form, RatingsHeader header, RatingScale scale) {
    boolean timed = header.timestamp() >= 0;
    String time =
        timed
            ? "CASE WHEN timestamp BETWEEN 0 AND %d THEN timestamp ELSE error('timestamp') END"
                .formatted(RatingRule.MAXIMUM_TIMESTAMP)
            : "NULL::BIGINT";
    try {
      copy(source(file, form.delimiter(), form.quoted(), header), time, onScale(scale));
      return idsAreSound();
    } catch (SQLException someRowIsBad) {
      return false;
    }
  }

  /** Reads the good rows that a careful pass has written. */
  void readClean(Path clean) throws SQLException {
    copy(source(clean, ",", true, CLEAN), "timestamp", "true");
  }

  /** Keeps the latest rating of a movie by a user; returns how many rows that replaced. */
  long removeDuplicates() throws SQLException, IOException {
    long rows = count();
    long pairs = engine.number("SELECT count(DISTINCT hash(user_id, movie_id)) FROM " + table());
    if (pairs == rows) {
      return 0;
    }
    Path kept = parquet.resolveSibling("deduplicated.parquet");
    engine.run(
        """
        COPY (
          WITH numbered AS (SELECT *, file_row_number AS number
            FROM read_parquet(%s, file_row_number = true)),
          repeated AS (SELECT user_id, movie_id FROM numbered
            GROUP BY user_id, movie_id HAVING count(*) > 1)
          SELECT user_id, movie_id, rating, timestamp FROM numbered ANTI JOIN repeated
            USING (user_id, movie_id)
          UNION ALL
          SELECT user_id, movie_id, rating, timestamp FROM numbered SEMI JOIN repeated
            USING (user_id, movie_id)
            QUALIFY row_number() OVER (PARTITION BY user_id, movie_id
              ORDER BY timestamp DESC NULLS LAST, number DESC) = 1
        ) TO %s (FORMAT parquet)
        """
            .formatted(QueryEngine.literal(parquet), QueryEngine.literal(kept)));
    DurableFiles.flush(kept);
    DurableFiles.moveInPlace(kept, parquet);
    return rows - count();
  }

  long count() throws SQLException {
    return engine.number("SELECT count(*) FROM " + table());
  }

  long countDistinct(String column) throws SQLException {
    return engine.number("SELECT count(DISTINCT " + column + ") FROM " + table());
  }

  /** The table as it stands in a FROM clause. */
  String table() {
    return "read_parquet(" + QueryEngine.literal(parquet) + ")";
  }

  private void copy(String source, String time, String accepted) throws SQLException {
    engine.run(
        """
        COPY (
          SELECT user_id, movie_id,
            CASE WHEN user_id IS NULL OR movie_id IS NULL THEN error('id')
              WHEN %s THEN rating ELSE error('rating') END AS rating,
            %s AS timestamp
          FROM %s
        ) TO %s (FORMAT parquet)
        """
            .formatted(accepted, time, source, QueryEngine.literal(parquet)));
  }

  private boolean idsAreSound() throws SQLException {
    return engine.number(
            """
            SELECT count(*) FROM (
              SELECT DISTINCT user_id AS id FROM %s UNION ALL SELECT DISTINCT movie_id FROM %s)
            WHERE length(id) NOT BETWEEN 1 AND %d OR id <> trim(id)
            """
                .formatted(table(), table(), RatingRule.MAXIMUM_ID))
        == 0;
  }

  private static String onScale(RatingScale scale) {
    return String.format(
        Locale.ROOT,
        "rating BETWEEN %1$s AND %2$s"
            + " AND abs((rating - %1$s) / %3$s - round((rating - %1$s) / %3$s)) < 1e-4",
        scale.minimum(),
        scale.maximum(),
        scale.step());
  }

  private static String source(Path file, String delimiter, boolean quoted, RatingsHeader header) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < header.fields(); i++) {
      columns.add(column(i, header));
    }
    return "read_csv(%s, auto_detect = false, header = %s, delim = %s, quote = '%s', escape = '%s',"
            .formatted(
                QueryEngine.literal(file),
                header.present(),
                QueryEngine.literal(delimiter),
                quoted ? "\"" : "",
                quoted ? "\"" : "")
        + " columns = {"
        + String.join(", ", columns)
        + "})";
  }

  private static String column(int position, RatingsHeader header) {
    if (position == header.user()) {
      return "'user_id': 'VARCHAR'";
    } else if (position == header.movie()) {
      return "'movie_id': 'VARCHAR'";
    } else if (position == header.rating()) {
      return "'rating': 'FLOAT'";
    } else if (position == header.timestamp()) {
      return "'timestamp': 'BIGINT'";
    }
    return "'other_%d': 'VARCHAR'".formatted(position);
  }
}
