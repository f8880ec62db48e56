package io.matinee.trainer.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Looks for a user who rated a movie twice, in one pass over ratings that lie together by user, as
 * they do in MovieLens: the movies of one user at a time fit into the processor's cache, where a
 * table of all pairs does not. By hashes of 62 bits: what it does not see does not exist; what it
 * sees has to be looked at again.
 */
final class RepeatedRatings {
  private final LongSet users = new LongSet();
  private final LongSet moviesOfUser = new LongSet();
  private long user;
  private boolean possible;

  private RepeatedRatings() {}

  /** Whether a table of ratings may hold a pair of user and movie twice. */
  static boolean mayOccur(QueryEngine engine, String table) throws SQLException {
    RepeatedRatings search = new RepeatedRatings();
    engine.stream(
        """
        SELECT (hash(user_id) >> 1)::BIGINT | 1, (hash(movie_id) >> 1)::BIGINT | 1 FROM %s
        """
            .formatted(table),
        search::goesOn);
    return search.possible;
  }

  private boolean goesOn(ResultSet row) throws SQLException {
    long next = row.getLong(1);
    if (next != user) {
      user = next;
      moviesOfUser.clear();
      possible = !users.add(next);
    }
    possible |= !moviesOfUser.add(row.getLong(2));
    return !possible;
  }
}
