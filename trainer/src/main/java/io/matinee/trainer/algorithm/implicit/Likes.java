package io.matinee.trainer.algorithm.implicit;

import io.matinee.model.ratings.RatingsMatrix;

/**
 * For each row of one side (users, say) the columns of the other that it likes.
 *
 * @param starts [rows + 1], where each row begins in {@code columns}
 * @param columns [likes], ascending within a row
 */
record Likes(int[] starts, int[] columns) {

  /** The movies that each user rated at least so high. */
  static Likes byUser(RatingsMatrix ratings, double minimumRating) {
    int[] starts = new int[ratings.userCount() + 1];
    int[] columns = new int[ratings.ratingCount()];
    int next = 0;
    for (int user = 0; user < ratings.userCount(); user++) {
      for (int cell = ratings.userStart(user); cell < ratings.userEnd(user); cell++) {
        if (ratings.ratingAt(cell) >= minimumRating) {
          columns[next++] = ratings.movieAt(cell);
        }
      }
      starts[user + 1] = next;
    }
    return new Likes(starts, columns);
  }

  /** The users who rated each movie at least so high. */
  static Likes byMovie(RatingsMatrix ratings, double minimumRating) {
    int[] starts = new int[ratings.movieCount() + 1];
    int[] columns = new int[ratings.ratingCount()];
    int next = 0;
    for (int movie = 0; movie < ratings.movieCount(); movie++) {
      for (int cell = ratings.movieStart(movie); cell < ratings.movieEnd(movie); cell++) {
        if (ratings.columnRatingAt(cell) >= minimumRating) {
          columns[next++] = ratings.raterAt(cell);
        }
      }
      starts[movie + 1] = next;
    }
    return new Likes(starts, columns);
  }

  int rows() {
    return starts.length - 1;
  }

  int count() {
    return starts[rows()];
  }

  int count(int row) {
    return starts[row + 1] - starts[row];
  }

  int column(int row, int position) {
    return columns[starts[row] + position];
  }
}
