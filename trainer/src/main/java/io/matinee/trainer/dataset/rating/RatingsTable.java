package io.matinee.trainer.dataset.rating;

import io.matinee.model.durable.DurableFiles;
import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Turns ratings as text into Parquet, with set-based SQL. Rows are read once, by typed columns; a
 * file with any row that is not a rating is refused as a whole, and goes through {@link
 * CarefulPass}.
 */
public final class RatingsTable {
  /** With more different ratings than these, a strict reading need not be quick. */
  private static final int SCALE_STEPS = 10_000;

  private final QueryEngine engine;
  private final Path parquet;
  private Optional<WholeNumbers> numbers = Optional.empty();

  /** A table that is kept in the file {@code parquet}. */
  public RatingsTable(QueryEngine engine, Path parquet) {
    this.engine = engine;
    this.parquet = parquet;
  }

  /** Reads a file; false when it has a row that is not a rating. */
  public boolean readStrictly(RatingsSource source, RatingScale scale) throws IOException {
    try {
      copy(source);
      return idsAreSound() && ratingsAreOn(scale) && (!source.timed() || timestampsAreSound());
    } catch (SQLException someRowIsBad) {
      engine.checkInterrupted();
      return false;
    }
  }

  /** Reads the good rows that a careful pass has written. */
  public void readClean(Path clean) throws SQLException, IOException {
    copy(RatingsSource.clean(clean));
  }

  /** Keeps the latest rating of a movie by a user; returns how many rows that replaced. */
  public long removeDuplicates() throws SQLException, IOException {
    if (!mayRepeat()) {
      return 0;
    }
    engine.run(
        """
        CREATE OR REPLACE TEMP TABLE repeated AS
          SELECT user_id, movie_id FROM %s GROUP BY user_id, movie_id HAVING count(*) > 1
        """
            .formatted(table()));
    return engine.number("SELECT count(*) FROM repeated") == 0 ? 0 : keepLatest();
  }

  /** Lists users and movies anew, after some of the ratings have gone. */
  public void listIds() throws SQLException {
    listIds("users", "user_id");
    listIds("movies", "movie_id");
  }

  /** The number of ratings. */
  public long count() throws SQLException {
    return engine.number("SELECT count(*) FROM " + table());
  }

  /** The number of users who gave them. */
  public long countUsers() throws SQLException {
    return engine.number("SELECT count(*) FROM users");
  }

  /** The number of movies that got them. */
  public long countMovies() throws SQLException {
    return engine.number("SELECT count(*) FROM movies");
  }

  /** The table as it stands in a FROM clause. */
  private String table() {
    return QueryEngine.parquet(parquet);
  }

  private boolean mayRepeat() throws SQLException {
    return numbers.isPresent()
        ? numbers.get().mayRepeat()
        : RepeatedRatings.mayOccur(engine, table());
  }

  private long keepLatest() throws SQLException, IOException {
    long rows = count();
    Path kept = parquet.resolveSibling("deduplicated.parquet");
    engine.run(
        """
        COPY (
          WITH numbered AS (SELECT *, file_row_number AS number
            FROM %s)
          SELECT user_id, movie_id, rating, timestamp FROM numbered ANTI JOIN repeated
            USING (user_id, movie_id)
          UNION ALL
          SELECT user_id, movie_id, rating, timestamp FROM numbered SEMI JOIN repeated
            USING (user_id, movie_id)
            QUALIFY row_number() OVER (PARTITION BY user_id, movie_id
              ORDER BY timestamp DESC NULLS LAST, number DESC) = 1
        ) TO %s (%s)
        """
            .formatted(
                QueryEngine.numberedParquet(parquet),
                QueryEngine.literal(kept),
                RatingsCopy.WRITTEN));
    DurableFiles.moveInPlace(kept, parquet);
    return rows - count();
  }

  private void copy(RatingsSource source) throws SQLException, IOException {
    numbers = new RatingsCopy(engine, source, parquet).run();
    listIds();
  }

  private void listIds(String listing, String column) throws SQLException {
    engine.run(
        """
        CREATE OR REPLACE TEMP TABLE %s AS
          SELECT id::VARCHAR AS id FROM (SELECT DISTINCT %s AS id FROM %s)
        """
            .formatted(listing, column, table()));
  }

  private boolean idsAreSound() throws SQLException {
    return engine.number(
            """
            SELECT count(*) FROM (SELECT id FROM users UNION ALL SELECT id FROM movies)
            WHERE id IS NULL OR strlen(id) NOT BETWEEN 1 AND %d OR id <> trim(id)
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
}
