package io.matinee.trainer.worker;

import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.split.HoldOut;
import io.matinee.model.split.Split;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * Reads a data set's Parquet files with DuckDB. Ids become indices inside DuckDB, and a rating goes
 * straight to its side of the split, so that twenty million ratings pass without a string each.
 */
final class ParquetData implements AutoCloseable {

  private final Connection connection;
  private final RunFiles files;
  private final HoldOut rule;

  private ParquetData(Connection connection, RunFiles files, HoldOut rule) {
    this.connection = connection;
    this.files = files;
    this.rule = rule;
  }

  /**
   * Reads the ratings and the catalogue of a run.
   *
   * @param rule which ratings are held out
   * @throws MatineeException with reason IMPORT_UNREADABLE when a file is missing or not as the
   *     contract says
   */
  static TrainingData read(RunFiles files, HoldOut rule) {
    Properties streaming = new Properties();
    streaming.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    try (ParquetData data =
        new ParquetData(DriverManager.getConnection("jdbc:duckdb:", streaming), files, rule)) {
      data.limitMemory();
      return data.read();
    } catch (SQLException failure) {
      throw MatineeException.of(
          Reason.IMPORT_UNREADABLE, "The data set cannot be read: " + failure.getMessage());
    }
  }

  /** Joins stay small; what does not fit goes to the staging folder, which is this run's own. */
  private void limitMemory() throws SQLException {
    run("SET memory_limit = '1GB'");
    run("SET temp_directory = '%s'".formatted(quoted(files.staging().resolve("temporary"))));
  }

  private TrainingData read() throws SQLException {
    Map<String, Movie> described = describedMovies();
    IdDictionary users =
        IdDictionary.of(strings("SELECT DISTINCT user_id FROM " + file(files.ratings())));
    List<String> movieIds = new ArrayList<>(described.keySet());
    movieIds.addAll(strings("SELECT DISTINCT movie_id FROM " + file(files.ratings())));
    IdDictionary movies = IdDictionary.of(movieIds);
    Split split = split(users, movies);
    List<Movie> aligned =
        movies.ids().stream().map(id -> described.getOrDefault(id, undescribed(id))).toList();
    return new TrainingData(split, aligned);
  }

  private Split split(IdDictionary users, IdDictionary movies) throws SQLException {
    number("users", users);
    number("movies", movies);
    RatingsMatrix.Builder training = RatingsMatrix.builder(users, movies);
    RatingsMatrix.Builder heldOut = RatingsMatrix.builder(users, movies);
    String query =
        """
        SELECT users.number, movies.number, ratings.rating, coalesce(ratings.timestamp, 0)
        FROM %s AS ratings
        JOIN users ON users.id = ratings.user_id::VARCHAR
        JOIN movies ON movies.id = ratings.movie_id::VARCHAR
        """
            .formatted(file(files.ratings()));
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        int user = rows.getInt(1);
        int movie = rows.getInt(2);
        long timestamp = rows.getLong(4);
        boolean kept = rule.heldOut(users.id(user), movies.id(movie), timestamp);
        (kept ? heldOut : training).add(user, movie, rows.getFloat(3), timestamp);
      }
    }
    return new Split(training.build(), heldOut.build());
  }

  private void number(String table, IdDictionary ids) throws SQLException {
    run("CREATE TABLE %s (id VARCHAR, number INTEGER)".formatted(table));
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("main", table)) {
      for (int index = 0; index < ids.size(); index++) {
        appender.beginRow();
        appender.append(ids.id(index));
        appender.append(index);
        appender.endRow();
      }
    }
  }

  private List<String> strings(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private Map<String, Movie> describedMovies() throws SQLException {
    String query =
        """
        SELECT movie_id, coalesce(title, ''), year, coalesce(genres, ''), coalesce(tags, ''),
          coalesce(overview, ''), coalesce(imdb_id, ''), coalesce(tmdb_id, '')
        FROM %s
        """
            .formatted(file(files.catalogue()));
    Map<String, Movie> movies = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        Movie movie = movie(rows);
        movies.put(movie.id(), movie);
      }
    }
    return movies;
  }

  private static Movie movie(ResultSet row) throws SQLException {
    int year = row.getInt(3);
    return new Movie(
        row.getString(1),
        row.getString(2),
        row.wasNull() ? null : year,
        words(row.getString(4)),
        words(row.getString(5)),
        row.getString(6),
        row.getString(7),
        row.getString(8));
  }

  private static Movie undescribed(String id) {
    return new Movie(id, "", null, List.of(), List.of(), "", "", "");
  }

  private static List<String> words(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split("\\|"));
  }

  private void run(String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static String file(Path path) {
    return "read_parquet('%s')".formatted(quoted(path));
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "''");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
