package io.matinee.trainer.dataset.user;

import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.duckdb.DuckDBAppender;

/** Writes what is known of users as Parquet. Used once. */
public final class UserTable {
  private final QueryEngine engine;
  private final Path parquet;
  private long rows;

  /** A table that is kept in the file {@code parquet}. */
  public UserTable(QueryEngine engine, Path parquet) {
    this.engine = engine;
    this.parquet = parquet;
  }

  /**
   * Writes the users of a file; of two descriptions of a user, the first.
   *
   * @param goOn is called with each row; what it throws ends the reading
   * @return how many rows there were, good or bad
   */
  public long write(UserFile file, RejectLog rejects, Runnable goOn)
      throws SQLException, IOException {
    create();
    engine.append(
        "described_users",
        appender -> rows = file.read(user -> append(user, appender), rejects, goOn));
    copy();
    return rows;
  }

  /** Writes the users of another such file, or none. */
  public void keep(Optional<Path> other) throws SQLException {
    create();
    if (other.isPresent()) {
      engine.run(
          "INSERT INTO described_users SELECT user_id, age, sex, occupation, 0 FROM "
              + QueryEngine.parquet(other.get()));
    }
    copy();
  }

  /** Returns how many users are described. */
  public long countDescribed() throws SQLException {
    return engine.number("SELECT count(DISTINCT user_id) FROM described_users");
  }

  /** Returns how many of the users who gave some ratings, in Parquet, are described. */
  public long countDescribedIn(Path ratings) throws SQLException {
    return engine.number(
        "SELECT count(DISTINCT user_id) FROM %s WHERE user_id::VARCHAR IN (SELECT user_id FROM described_users)"
            .formatted(QueryEngine.parquet(ratings)));
  }

  private void create() throws SQLException {
    engine.run(
        """
        CREATE TABLE described_users
          (user_id VARCHAR, age VARCHAR, sex VARCHAR, occupation VARCHAR, number BIGINT)
        """);
  }

  private void copy() throws SQLException {
    engine.run(
        """
        COPY (SELECT user_id, age, sex, occupation FROM described_users
            QUALIFY row_number() OVER (PARTITION BY user_id ORDER BY number) = 1)
          TO %s (FORMAT parquet)
        """
            .formatted(QueryEngine.literal(parquet)));
  }

  private void append(UserRow user, DuckDBAppender appender) throws SQLException {
    appender.beginRow();
    appender.append(user.id());
    appender.append(user.age());
    appender.append(user.sex());
    appender.append(user.occupation());
    appender.append(rows++);
    appender.endRow();
  }
}
