package io.matinee.trainer.dataset;

import io.matinee.model.durable.DurableFiles;
import io.matinee.model.ratings.RatingScale;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns ratings as text into Parquet, with set-based SQL. Rows are read once, by typed columns; a
 * file with any row that is not a rating is refused as a whole, and goes through {@link
 * CarefulPass}.
 */
final class RatingsTable {
  /** The header of the file that {@link CarefulPass} writes. */
  private static final RatingsHeader CLEAN = new RatingsHeader(4, 0, 1, 2, 3, false);

  /** More different ratings than that are no scale that a strict reading has to be quick for. */
  private static final int SCALE_STEPS = 10_000;

  /**
   * Version 2 encodes times by their differences, which is all that compression finds here; and a
   * column of more than 5,000 different values in a group of rows is not worth a dictionary. A
   * quarter less time than compressed version 1, in less room.
   */
  private static final String WRITTEN =
      "FORMAT parquet, PARQUET_VERSION v2, COMPRESSION uncompressed, DICTIONARY_SIZE_LIMIT 5000";

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
    try {
      copy(source(file, form.delimiter(), form.quoted(), header), timed);
      return idsAreSound() && ratingsAreOn(scale) && (!timed || timestampsAreSound());
    } catch (SQLException someRowIsBad) {
      engine.checkInterrupted();
      return false;
    }
  }

  /** Reads the good rows that a careful pass has written. */
  void readClean(Path clean) throws SQLException {
    copy(source(clean, ",", true, CLEAN), true);
  }

  /** Keeps the latest rating of a movie by a user; returns how many rows that replaced. */
  long removeDuplicates() throws SQLException, IOException {
    long rows = count();
    if (!RepeatedRatings.mayOccur(engine, table())) {
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
        ) TO %s (%s)
        """
            .formatted(QueryEngine.literal(parquet), QueryEngine.literal(kept), WRITTEN));
    DurableFiles.moveInPlace(kept, parquet);
    return rows - count();
  }

  long count() throws SQLException {
    return engine.number("SELECT count(*) FROM " + table());
  }

  long countUsers() throws SQLException {
    return engine.number("SELECT count(*) FROM users");
  }

  long countMovies() throws SQLException {
    return engine.number("SELECT count(*) FROM movies");
  }

  /** The table as it stands in a FROM clause. */
  private String table() {
    return "read_parquet(" + QueryEngine.literal(parquet) + ")";
  }

  private void copy(String source, boolean timed) throws SQLException {
    engine.run(
        "COPY (SELECT user_id, movie_id, rating, %s AS timestamp FROM %s) TO %s (%s)"
            .formatted(
                timed ? "timestamp" : "NULL::BIGINT",
                source,
                QueryEngine.literal(parquet),
                WRITTEN));
    engine.run(
        "CREATE OR REPLACE TEMP TABLE users AS SELECT DISTINCT user_id AS id FROM " + table());
    engine.run(
        "CREATE OR REPLACE TEMP TABLE movies AS SELECT DISTINCT movie_id AS id FROM " + table());
  }

  private boolean idsAreSound() throws SQLException {
    return engine.number(
            """
            SELECT count(*) FROM (SELECT id FROM users UNION ALL SELECT id FROM movies)
            WHERE id IS NULL OR length(id) NOT BETWEEN 1 AND %d OR id <> trim(id)
            """
                .formatted(RatingRule.MAXIMUM_ID))
        == 0;
  }

  /** On a continuous scale the least and the greatest (NaN is the greatest) stand for all. */
  private boolean ratingsAreOn(RatingScale scale) throws SQLException {
    String telling =
        scale.continuous()
            ? """
            SELECT unnest([min(rating), max(rating)]) FROM %1$s
            UNION ALL SELECT DISTINCT rating FROM %1$s WHERE rating IS NULL
            """
            : "SELECT DISTINCT rating FROM %1$s LIMIT " + (SCALE_STEPS + 1);
    List<Float> given =
        engine.query(
            telling.formatted(table()),
            row -> {
              float rating = row.getFloat(1);
              return row.wasNull() ? Float.NaN : rating;
            });
    return given.size() <= SCALE_STEPS && given.stream().allMatch(scale::contains);
  }

  private boolean timestampsAreSound() throws SQLException {
    return engine.number(
            "SELECT count(*) FROM %s WHERE timestamp IS NULL OR timestamp NOT BETWEEN 0 AND %d"
                .formatted(table(), RatingRule.MAXIMUM_TIMESTAMP))
        == 0;
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
