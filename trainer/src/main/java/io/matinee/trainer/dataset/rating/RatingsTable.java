package io.matinee.trainer.dataset.rating;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.counting.CountsOfParquet;
import io.matinee.trainer.dataset.counting.RatingCounts;
import io.matinee.trainer.dataset.counting.RunningCounts;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.row.RatingRows;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Turns rows of ratings into Parquet: those that the rule takes, in their order; the others go to
 * the log. Used by one thread, once.
 */
public final class RatingsTable {
  /** How many rows are read between two looks at whether to go on. */
  private static final int ROWS_BETWEEN_LOOKS = 1 << 12;

  private final QueryEngine engine;
  private final Path parquet;
  private final RatingRule rule;
  private final RunningCounts running;
  private long rows;
  private long users;
  private long movies;
  private long repeatedPairs;
  private RatingCounts counts;
  private Optional<String> sha256 = Optional.empty();

  /** A table that is kept in the file {@code parquet}, of ratings on a scale. */
  public RatingsTable(QueryEngine engine, Path parquet, RatingScale scale, TimeNumbers times) {
    this(engine, parquet, scale, times, IdMemory.ofHeap());
  }

  RatingsTable(
      QueryEngine engine, Path parquet, RatingScale scale, TimeNumbers times, IdMemory memory) {
    this.engine = engine;
    this.parquet = parquet;
    this.rule = new RatingRule(scale, times, memory);
    this.running = new RunningCounts(scale);
    this.counts = new CountsOfParquet(parquet);
  }

  /** Reads all rows. */
  public void read(RatingRows source, RejectLog rejects) throws IOException, SQLException {
    Path folder = Files.createDirectories(parquet.resolveSibling("read"));
    try (RepeatedRatings repeated = new RepeatedRatings(folder.resolve("pairs"));
        RatingsSink sink =
            new RatingsSink(
                folder,
                rule.users(),
                rule.movies(),
                repeated,
                running,
                columns -> rule.number(columns, source.file()))) {
      while (source.next()) {
        if (rows++ % ROWS_BETWEEN_LOOKS == 0) {
          engine.checkInterrupted();
        }
        String problem = rule.problemOf(source);
        if (problem.isEmpty()) {
          rule.addTo(sink.next());
        } else {
          rejects.add(new RejectedRow(source.file(), source.line(), problem, source.text()));
        }
      }
      sha256 = written().join(sink.finish());
      list(repeated);
      countMeetings(repeated);
    }
    users = rule.users().size();
    movies = rule.movies().size();
    listMovies();
  }

  /** Keeps the latest rating of a movie by a user; returns how many rows that replaced. */
  public long removeDuplicates() throws SQLException, IOException {
    if (repeatedPairs == 0) {
      return 0;
    }
    sha256 = Optional.empty();
    return written().keepLatest();
  }

  /** Counts users and movies anew, and lists the movies, after some of the ratings have gone. */
  public void listIds() throws SQLException {
    counts = new CountsOfParquet(parquet);
    sha256 = Optional.empty();
    users = engine.number("SELECT count(DISTINCT user_id) FROM " + table());
    engine.run(
        "CREATE OR REPLACE TEMP TABLE movies AS SELECT DISTINCT movie_id::VARCHAR AS id FROM "
            + table());
    movies = engine.number("SELECT count(*) FROM movies");
  }

  /** Returns the number of rows, good or bad. */
  public long rows() {
    return rows;
  }

  /** Returns the number of ratings. */
  public long count() throws SQLException {
    return engine.number("SELECT count(*) FROM " + table());
  }

  /** Returns the number of users who gave them. */
  public long countUsers() {
    return users;
  }

  /** Returns the number of movies that got them. */
  public long countMovies() {
    return movies;
  }

  /** Returns what is counted of the ratings, once they are as they shall be. */
  public RatingCounts counts() {
    return counts;
  }

  /** Returns the SHA-256 of the file, if it was made while the file was written. */
  public Optional<String> sha256() {
    return sha256;
  }

  /** What there is to say of the ratings beside their number. */
  public RatingFindings findings() {
    return new RatingFindings(rule);
  }

  private WrittenTable written() {
    return new WrittenTable(engine, parquet);
  }

  /** The table as it stands in a FROM clause. */
  private String table() {
    return QueryEngine.parquet(parquet);
  }

  /** Lists who rated which movie more than once, in the table {@code repeated}. */
  private void list(RepeatedRatings repeated) throws SQLException, IOException {
    if (!repeated.mayOccur()) {
      return;
    }
    boolean wholeNumbers = areWholeNumbers();
    engine.run(
        "CREATE OR REPLACE TEMP TABLE repeated (user_id %1$s, movie_id %1$s)"
            .formatted(wholeNumbers ? "BIGINT" : "VARCHAR"));
    engine.append(
        "repeated",
        appender ->
            repeatedPairs =
                repeated.visit(
                    engine::checkInterrupted,
                    (user, movie) -> {
                      String userId = rule.users().text(user);
                      String movieId = rule.movies().text(movie);
                      appender.beginRow();
                      if (wholeNumbers) {
                        appender.append(Long.parseLong(userId)).append(Long.parseLong(movieId));
                      } else {
                        appender.append(userId).append(movieId);
                      }
                      appender.endRow();
                    }));
  }

  /** What was counted while the ratings were read holds where none of them goes. */
  private void countMeetings(RepeatedRatings all) throws SQLException, IOException {
    if (repeatedPairs == 0 && !running.isGivenUp()) {
      RunningCounts.Meetings meetings = running.meetings();
      all.visitAll(engine::checkInterrupted, meetings::add);
      counts = meetings.counts(rule.movies()::text, areWholeNumbers());
    }
  }

  private boolean areWholeNumbers() {
    return rule.users().areWholeNumbers() && rule.movies().areWholeNumbers();
  }

  private void listMovies() throws SQLException {
    engine.run("CREATE OR REPLACE TEMP TABLE movies (id VARCHAR)");
    engine.append(
        "movies",
        appender -> {
          for (int movie = 0; movie < rule.movies().size(); movie++) {
            appender.beginRow();
            appender.append(rule.movies().text(movie));
            appender.endRow();
          }
        });
  }
}
