package io.matinee.trainer.query;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.StorageFault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * An in-memory DuckDB that spills to a folder and streams its results. Used by one thread; {@link
 * #interrupt} may be called by any.
 */
public final class QueryEngine implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(QueryEngine.class);

  /** No code is loaded, let alone fetched, for what a file or a statement may name. */
  private static final List<String> CONFINED =
      List.of(
          "autoload_known_extensions = false",
          "autoinstall_known_extensions = false",
          "allow_community_extensions = false",
          "allow_persistent_secrets = false",
          "lock_configuration = true");

  private final DuckDBConnection connection;
  private volatile @Nullable Statement running;
  private volatile boolean interrupted;

  private QueryEngine(DuckDBConnection connection) {
    this.connection = connection;
  }

  /**
   * Opens an engine.
   *
   * @param temporary the folder to spill to
   * @param megabytes the most memory that it may use of its own
   */
  public static QueryEngine open(Path temporary, int megabytes) throws SQLException {
    Properties streaming = new Properties();
    streaming.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", streaming);
    QueryEngine engine = new QueryEngine(connection.unwrap(DuckDBConnection.class));
    engine.run("SET memory_limit = '" + megabytes + "MB'");
    engine.run("SET temp_directory = " + literal(temporary));
    // What it keeps of a file by its name is wrong once another file has that name.
    engine.run("SET enable_external_file_cache = false");
    for (String setting : CONFINED) {
      engine.run("SET " + setting);
    }
    return engine;
  }

  /** Returns a path as an SQL literal, for a file that is written. */
  public static String literal(Path path) {
    return literal(path.toString());
  }

  /** Returns a text as an SQL literal. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Returns a Parquet file as it stands in a FROM clause. */
  public static String parquet(Path file) {
    return "read_parquet(%s, hive_partitioning = false)".formatted(literal(LiteralGlob.of(file)));
  }

  /** Returns the same with the number of each row, from 0, as {@code file_row_number}. */
  public static String numberedParquet(Path file) {
    return "read_parquet(%s, hive_partitioning = false, file_row_number = true)"
        .formatted(literal(LiteralGlob.of(file)));
  }

  /**
   * Returns a file of one JSON object a line as it stands in a FROM clause.
   *
   * @param columns the fields of the objects with their types
   */
  public static String jsonLines(Path file, String columns) {
    return """
    read_json(%s, format = 'newline_delimited', compression = 'uncompressed',
      hive_partitioning = false, columns = {%s})"""
        .formatted(literal(LiteralGlob.of(file)), columns);
  }

  /** Runs a statement; a full disk is STORAGE_FULL, other failures are as the engine gives them. */
  public void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      running = statement;
      requireUninterrupted();
      statement.execute(sql);
    } catch (SQLException failure) {
      throw explained(failure);
    } finally {
      running = null;
    }
  }

  /**
   * Runs a query and visits its rows one by one, in the order of the files it reads, without ever
   * holding all of them; fails as {@link #run} does.
   */
  public void visit(String sql, RowVisitor visitor) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      running = statement;
      requireUninterrupted();
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next() && visitor.visit(rows)) {}
      }
    } catch (SQLException failure) {
      throw explained(failure);
    } finally {
      running = null;
    }
  }

  /** Runs a query whose rows are taken as they are needed; fails as {@link #run} does. */
  public QueryCursor cursor(String sql) throws SQLException {
    Statement statement = connection.createStatement();
    try {
      return new QueryCursor(statement, statement.executeQuery(sql));
    } catch (SQLException failure) {
      statement.close();
      throw explained(failure);
    }
  }

  /** Runs a query and reads its rows; fails as {@link #run} does. */
  public <T> List<T> query(String sql, RowReader<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    visit(sql, row -> rows.add(reader.read(row)));
    return rows;
  }

  /** Runs a query for one whole number. */
  public long number(String sql) throws SQLException {
    return query(sql, row -> row.getLong(1)).getFirst();
  }

  /**
   * Returns the type of a column in SQL, e.g. "BIGINT".
   *
   * @param from what has the column, as it stands in a FROM clause
   */
  public String columnType(String from, String column) throws SQLException {
    return query(
            "SELECT column_type FROM (DESCRIBE SELECT %s FROM %s)".formatted(column, from),
            row -> row.getString(1))
        .getFirst();
  }

  /** Fills a table row by row. */
  public <X extends Exception> void append(String table, Filling<X> filling)
      throws SQLException, X {
    try (DuckDBAppender appender = connection.createAppender("main", table)) {
      filling.fill(appender);
    }
  }

  /**
   * Throws when the engine has been interrupted.
   *
   * @throws MatineeException CANCELLED
   */
  public void checkInterrupted() {
    if (isInterrupted()) {
      throw MatineeException.of(Reason.CANCELLED, "The import was stopped.");
    }
  }

  /** A statement that begins after the interruption would not end by it. */
  private void requireUninterrupted() throws SQLException {
    if (interrupted) {
      throw new SQLException("interrupted before the statement began");
    }
  }

  /** Whether the engine has been interrupted. */
  public boolean isInterrupted() {
    return interrupted;
  }

  /** Makes the statement that runs and all later ones fail, and {@link #checkInterrupted} throw. */
  public void interrupt() {
    interrupted = true;
    Statement statement = running;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException endedMeanwhile) {
        LOG.debug("nothing to interrupt", endedMeanwhile);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static SQLException explained(SQLException failure) {
    if (StorageFault.isFullDisk(failure)) {
      throw StorageFault.of(failure);
    }
    return failure;
  }

  /** Visits one row. */
  public interface RowVisitor {
    /** Looks at the row; false to see no more. */
    boolean visit(ResultSet row) throws SQLException;
  }

  /** Reads one row. */
  public interface RowReader<T> {
    /** Reads the row that the result stands at. */
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Fills a table.
   *
   * @param <X> what may go wrong besides
   */
  public interface Filling<X extends Exception> {
    /** Appends all rows. */
    void fill(DuckDBAppender appender) throws SQLException, X;
  }
}
