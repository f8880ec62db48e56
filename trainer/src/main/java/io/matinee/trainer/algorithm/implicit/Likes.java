package io.matinee.trainer.algorithm.implicit;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.Arrays;

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

  /** For each of so many columns the rows that like it. */
  Likes transposed(int columnCount) {
    int[] starts = new int[columnCount + 1];
    for (int position = 0; position < count(); position++) {
      starts[columns[position] + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    int[] likers = new int[count()];
    for (int row = 0; row < rows(); row++) {
      for (int position = 0; position < count(row); position++) {
        likers[next[column(row, position)]++] = row;
      }
    }
    return new Likes(starts, likers);
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
