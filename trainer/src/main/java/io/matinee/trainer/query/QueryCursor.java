package io.matinee.trainer.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The rows of a query, taken one after another, of which none is held. Used by one thread. */
public final class QueryCursor implements AutoCloseable {
  private final Statement statement;
  private final ResultSet rows;

  QueryCursor(Statement statement, ResultSet rows) {
    this.statement = statement;
    this.rows = rows;
  }

  /** Goes on to the next row; false at the end. */
  public boolean next() throws SQLException {
    return rows.next();
  }

  /** Returns the text of a column, counted from 1, or "" for NULL. */
  public String text(int column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? "" : text;
  }

  @Override
  public void close() throws SQLException {
    try (statement) {
      rows.close();
    }
  }
}
