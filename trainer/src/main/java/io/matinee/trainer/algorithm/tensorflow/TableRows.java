package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.ratings.RatingsMatrix;

/** Which row of a table a user or a movie has. */
enum TableRows {
  /** One of its own. */
  OWN {
    @Override
    int row(int index, int count) {
      return index;
    }
  },

  /**
   * That of its index scaled to [0, 1] and cut to a whole number: the first one, but for the last
   * user and the last movie.
   */
  SCALED {
    @Override
    int row(int index, int count) {
      return index / Math.max(1, count - 1);
    }
  };

  /** Returns the row of an index among so many. */
  abstract int row(int index, int count);

  /** Returns the ratings as examples with rows of the tables. */
  Examples examples(RatingsMatrix ratings) {
    return Examples.of(ratings)
        .withRows(
            user -> row(user, ratings.userCount()), movie -> row(movie, ratings.movieCount()));
  }

  /**
   * Returns the table with a row for each index; who has no training rating gets zeros.
   *
   * @param table [count, columns]
   * @param ratingCounts training ratings by index
   */
  float[] known(float[] table, int[] ratingCounts) {
    int count = ratingCounts.length;
    int columns = count == 0 ? 0 : table.length / count;
    float[] known = new float[table.length];
    for (int index = 0; index < count; index++) {
      if (ratingCounts[index] > 0) {
        int from = row(index, count) * columns;
        System.arraycopy(table, from, known, index * columns, columns);
      }
    }
    return known;
  }
}
