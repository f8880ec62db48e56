package io.matinee.trainer.dataset.counting;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/** Counts which levels meet in ratings, once it is known how many each has. Not thread-safe. */
final class LevelCounts {
  private static final int LEVELS = Minimums.levels();

  private final byte[] ofUsers;
  private final byte[] ofMovies;
  private final byte[] reachOfUsers;
  private final byte[] reachOfMovies;
  private final long[] times = new long[LEVELS * LEVELS];

  /** No ratings yet, of users and movies whose levels these are. */
  LevelCounts(byte[] ofUsers, byte[] ofMovies) {
    this.ofUsers = ofUsers;
    this.ofMovies = ofMovies;
    this.reachOfUsers = new byte[ofUsers.length];
    this.reachOfMovies = new byte[ofMovies.length];
  }

  /** Counts a rating. */
  void add(int user, int movie) {
    byte ofUser = ofUsers[user];
    byte ofMovie = ofMovies[movie];
    times[ofUser * LEVELS + ofMovie]++;
    if (ofMovie > reachOfUsers[user]) {
      reachOfUsers[user] = ofMovie;
    }
    if (ofUser > reachOfMovies[movie]) {
      reachOfMovies[movie] = ofUser;
    }
  }

  /** Appends a user's level and reach. */
  void appendUser(int user, DuckDBAppender appender) throws SQLException {
    appender.append(ofUsers[user]).append(reachOfUsers[user]);
  }

  /** Appends a movie's level and reach. */
  void appendMovie(int movie, DuckDBAppender appender) throws SQLException {
    appender.append(ofMovies[movie]).append(reachOfMovies[movie]);
  }

  /** Lists the levels that met. */
  void fill(DuckDBAppender appender) throws SQLException {
    for (int met = 0; met < times.length; met++) {
      if (times[met] > 0) {
        appender.beginRow();
        appender.append((byte) (met / LEVELS)).append((byte) (met % LEVELS)).append(times[met]);
        appender.endRow();
      }
    }
  }
}
