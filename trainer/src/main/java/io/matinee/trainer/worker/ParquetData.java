package io.matinee.trainer.worker;

import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.split.ComputedHoldOut;
import io.matinee.model.split.HoldOut;
import io.matinee.model.split.LastRatings;
import io.matinee.model.split.RatingHoldOut;
import io.matinee.model.split.Split;
import io.matinee.model.split.StoredSplit;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.query.RatingTimes;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a data set's Parquet files with DuckDB. Ids become indices inside DuckDB, and a rating goes
 * straight to its side of the split where its rule goes by each alone, so that twenty million
 * ratings pass without a string each.
 *
 * @param engine the query engine
 * @param files what to read
 * @param rule which ratings are held out
 */
record ParquetData(QueryEngine engine, RunFiles files, HoldOut rule) {
  /** Joins stay small; what does not fit goes to the staging folder, which is this run's own. */
  private static final int MEGABYTES = 1_000;

  /** Whether ratings r and h are of one pair; their ids may be of different types. */
  private static final String SAME =
      "r.user_id::VARCHAR = h.user_id::VARCHAR AND r.movie_id::VARCHAR = h.movie_id::VARCHAR";

  /**
   * Reads the ratings and the catalogue of a run.
   *
   * @param rule which ratings are held out
   * @throws MatineeException with reason IMPORT_UNREADABLE when a file is missing or not as the
   *     contract says, STORAGE_FULL when there is no room to spill to, NO_TIMESTAMPS when the rule
   *     needs times that are not there
   */
  static TrainingData read(RunFiles files, HoldOut rule) {
    Path temporary = files.staging().resolve("temporary");
    try (QueryEngine engine = QueryEngine.open(temporary, MEGABYTES)) {
      return new ParquetData(engine, files, rule).read();
    } catch (SQLException failure) {
      throw MatineeException.of(
          Reason.IMPORT_UNREADABLE, "The data set cannot be read: " + failure.getMessage());
    }
  }

  private String ratings() {
    return QueryEngine.parquet(files.ratings());
  }

  /** What a stored split holds out; what the contract says of it is as for the ratings. */
  private String heldOut() {
    return QueryEngine.parquet(files.heldOut().orElseThrow());
  }

  private TrainingData read() throws SQLException {
    Map<String, Movie> described = describedMovies();
    IdDictionary users = IdDictionary.of(ids("user_id"));
    List<String> movieIds = new ArrayList<>(described.keySet());
    movieIds.addAll(ids("movie_id"));
    IdDictionary movies = IdDictionary.of(movieIds);
    number("users", users);
    number("movies", movies);
    List<Movie> aligned =
        movies.ids().stream().map(id -> described.getOrDefault(id, Movie.ofId(id))).toList();
    return rule instanceof StoredSplit stored
        ? new TrainingData(storedSplit(users, movies), aligned, stored.lacking(absent()))
        : new TrainingData(computedSplit(users, movies), aligned, rule);
  }

  private Split storedSplit(IdDictionary users, IdDictionary movies) throws SQLException {
    RatingsMatrix.Builder training = RatingsMatrix.builder(users, movies);
    visit(
        "(SELECT * FROM %s AS r ANTI JOIN %s AS h ON %s)".formatted(ratings(), heldOut(), SAME),
        training::add);
    RatingsMatrix.Builder kept = RatingsMatrix.builder(users, movies);
    visit(heldOut(), kept::add);
    return new Split(training.build(), kept.build());
  }

  /** Returns how many pairs the split holds out that the ratings do not have. */
  private int absent() throws SQLException {
    return Math.toIntExact(
        engine.number(
            "SELECT count(*) FROM %s AS h ANTI JOIN %s AS r ON %s"
                .formatted(heldOut(), ratings(), SAME)));
  }

  private Split computedSplit(IdDictionary users, IdDictionary movies) throws SQLException {
    if (rule instanceof ComputedHoldOut computed && computed.needsTimes()) {
      RatingTimes.requireForHoldOut(engine, ratings());
    }
    return switch (rule) {
      case RatingHoldOut each -> split(users, movies, each);
      case LastRatings last -> {
        RatingsMatrix.Builder all = RatingsMatrix.builder(users, movies);
        visit(ratings(), all::add);
        yield Split.of(all.build(), last);
      }
      case StoredSplit stored -> throw new IllegalStateException(stored + " is not computed");
    };
  }

  private Split split(IdDictionary users, IdDictionary movies, RatingHoldOut each)
      throws SQLException {
    RatingsMatrix.Builder training = RatingsMatrix.builder(users, movies);
    RatingsMatrix.Builder heldOut = RatingsMatrix.builder(users, movies);
    visit(
        ratings(),
        (user, movie, rating, timestamp) -> {
          boolean kept = each.heldOut(users.id(user), movies.id(movie), timestamp);
          (kept ? heldOut : training).add(user, movie, rating, timestamp);
        });
    return new Split(training.build(), heldOut.build());
  }

  private void visit(String rated, RatingVisitor visitor) throws SQLException {
    String query =
        """
        SELECT users.number, movies.number, ratings.rating, coalesce(ratings.timestamp, 0)
        FROM %s AS ratings
        JOIN users ON users.id = ratings.user_id::VARCHAR
        JOIN movies ON movies.id = ratings.movie_id::VARCHAR
        """
            .formatted(rated);
    engine.visit(
        query,
        row -> {
          visitor.rated(row.getInt(1), row.getInt(2), row.getFloat(3), row.getLong(4));
          return true;
        });
  }

  /** Takes ratings one by one, users and movies by index, times in seconds since 1970 or 0. */
  private interface RatingVisitor {
    void rated(int user, int movie, float rating, long timestamp);
  }

  private void number(String table, IdDictionary ids) throws SQLException {
    engine.run("CREATE TABLE %s (id VARCHAR, number INTEGER)".formatted(table));
    engine.append(
        table,
        appender -> {
          for (int index = 0; index < ids.size(); index++) {
            appender.beginRow();
            appender.append(ids.id(index));
            appender.append(index);
            appender.endRow();
          }
        });
  }

  /** Returns the ids of a column, some twice, those of what a stored split holds out as well. */
  private List<String> ids(String column) throws SQLException {
    List<String> ids = new ArrayList<>(distinct(column, ratings()));
    if (files.heldOut().isPresent()) {
      ids.addAll(distinct(column, heldOut()));
    }
    return ids;
  }

  private List<String> distinct(String column, String rated) throws SQLException {
    return engine.query(
        "SELECT DISTINCT %s FROM %s".formatted(column, rated), row -> row.getString(1));
  }

  private Map<String, Movie> describedMovies() throws SQLException {
    String query =
        """
        SELECT movie_id, coalesce(title, ''), year, coalesce(genres, ''), coalesce(tags, ''),
          coalesce(overview, ''), coalesce(imdb_id, ''), coalesce(tmdb_id, ''),
          coalesce(original_title, ''), coalesce(vote_count, 0)
        FROM (SELECT NULL::VARCHAR AS original_title, NULL::BIGINT AS vote_count WHERE false
          UNION ALL BY NAME SELECT * FROM %s)
        """
            .formatted(QueryEngine.parquet(files.catalogue()));
    Map<String, Movie> movies = new HashMap<>();
    for (Movie movie : engine.query(query, ParquetData::movie)) {
      movies.put(movie.id(), movie);
    }
    return movies;
  }

  private static Movie movie(ResultSet row) throws SQLException {
    return new Movie(
        row.getString(1),
        row.getString(2),
        row.getString(9),
        (Integer) row.getObject(3),
        words(row.getString(4)),
        words(row.getString(5)),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getLong(10));
  }

  private static List<String> words(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split("\\|"));
  }
}
