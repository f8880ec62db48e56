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
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * An in-memory DuckDB that spills to a folder. Used by one thread; {@link #interrupt} may be called
 * by any.
 */
public final class QueryEngine implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(QueryEngine.class);

  private final DuckDBConnection connection;
  private volatile @Nullable Statement running;
  private volatile boolean interrupted;

  private final Path temporary;
  private final int megabytes;

  private QueryEngine(DuckDBConnection connection, Path temporary, int megabytes) {
    this.connection = connection;
    this.temporary = temporary;
    this.megabytes = megabytes;
  }

  /** Opens an engine that uses at most {@code megabytes} of memory of its own. */
  public static QueryEngine open(Path temporary, int megabytes) throws SQLException {
    return open(temporary, megabytes, false);
  }

  /** A path as an SQL literal. */
  public static String literal(Path path) {
    return literal(path.toString());
  }

  /** A text as an SQL literal. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A Parquet file as it stands in a FROM clause. */
  public static String parquet(Path file) {
    return "read_parquet(" + literal(file) + ")";
  }

  /** The connection, for what no statement can do. */
  public DuckDBConnection connection() {
    return connection;
  }

  /** Runs a statement; a full disk is STORAGE_FULL, other failures are as the engine gives them. */
  public void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      running = statement;
      statement.execute(sql);
    } catch (SQLException failure) {
      if (StorageFault.isFullDisk(failure)) {
        throw StorageFault.of(failure);
      }
      throw failure;
    } finally {
      running = null;
    }
  }

  /** Runs a query and reads its rows. */
  public <T> List<T> query(String sql, RowReader<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(reader.read(result));
      }
    }
    return rows;
  }

  /**
   * Runs a query over files and visits its rows one by one, in the order of the files, without ever
   * holding all of them. It does not see this engine's tables.
   */
  public void stream(String sql, RowVisitor visitor) throws SQLException {
    try (QueryEngine streaming = open(temporary, megabytes, true);
        Statement statement = streaming.connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      running = statement;
      while (result.next() && visitor.visit(result)) {}
    } finally {
      running = null;
    }
  }

  /** Runs a query for one whole number. */
  public long number(String sql) throws SQLException {
    return query(sql, row -> row.getLong(1)).getFirst();
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

  /** Whether the engine has been interrupted. */
  public boolean isInterrupted() {
    return interrupted;
  }

  /** Makes the statement that runs, if one does, fail, and {@link #checkInterrupted} throw. */
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

  private static QueryEngine open(Path temporary, int megabytes, boolean streaming)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, Boolean.toString(streaming));
    Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
    QueryEngine engine =
        new QueryEngine(connection.unwrap(DuckDBConnection.class), temporary, megabytes);
    engine.run("SET memory_limit = '" + megabytes + "MB'");
    engine.run("SET temp_directory = " + literal(temporary));
    return engine;
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
}
