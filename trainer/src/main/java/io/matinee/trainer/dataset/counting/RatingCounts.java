package io.matinee.trainer.dataset.counting;

import java.sql.SQLException;

/**
 * What is counted of the ratings of a version, at most one of a movie by a user: by going through
 * them ({@link CountsOfParquet}), or while they are read ({@link RunningCounts}). The same ratings
 * give the same counts to the bit.
 */
@FunctionalInterface
public interface RatingCounts {

  /** Makes the tables and fills them. */
  void fill(CountedTables tables) throws SQLException;
}
