package io.matinee.trainer.algorithm.likes;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * For each row of one side (users, say) the columns of the other that it likes.
 *
 * @param starts [rows + 1], where each row begins in {@code columns}
 * @param columns [likes], ascending within a row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record Likes(int[] starts, int[] columns) {

  /** Returns the movies that each user rated at least so high. */
  public static Likes byUser(RatingsMatrix ratings, float minimumRating) {
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

  /**
   * Returns the movies that each user rated at least so high.
   *
   * @throws MatineeException NO_RATINGS if there is none, saying what would do
   */
  public static Likes some(RatingsMatrix ratings, float minimumRating) {
    Likes likes = byUser(ratings, minimumRating);
    if (likes.count() == 0) {
      float highest = highest(ratings);
      throw MatineeException.of(
          Reason.NO_RATINGS,
          "Nobody likes anything: a like is a rating of at least %s, and the highest is %s; set minimum-rating to at most %s."
              .formatted(minimumRating, highest, highest));
    }
    return likes;
  }

  private static float highest(RatingsMatrix ratings) {
    float highest = Float.NEGATIVE_INFINITY;
    for (int cell = 0; cell < ratings.ratingCount(); cell++) {
      highest = Math.max(highest, ratings.ratingAt(cell));
    }
    return highest;
  }

  /** Returns for each of so many columns the rows that like it. */
  public Likes transposed(int columnCount) {
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

  /** Returns the rows that like something, ascending. */
  public int[] filledRows() {
    return IntStream.range(0, rows()).filter(row -> count(row) > 0).toArray();
  }

  /** Returns the same likes with the rows that like nothing left out. */
  public Likes withoutEmptyRows() {
    int[] filled = filledRows();
    int[] filledStarts = new int[filled.length + 1];
    for (int index = 0; index < filled.length; index++) {
      filledStarts[index + 1] = starts[filled[index] + 1];
    }
    return new Likes(filledStarts, columns);
  }

  /**
   * Returns the same likes with other columns in some rows.
   *
   * @param others the columns, ascending, by row
   */
  public Likes replacing(Map<Integer, int[]> others) {
    int[] otherStarts = new int[starts.length];
    for (int row = 0; row < rows(); row++) {
      int[] other = others.get(row);
      otherStarts[row + 1] = otherStarts[row] + (other == null ? count(row) : other.length);
    }
    int[] otherColumns = new int[otherStarts[rows()]];
    for (int row = 0; row < rows(); row++) {
      int[] other = others.get(row);
      int count = otherStarts[row + 1] - otherStarts[row];
      if (other == null) {
        System.arraycopy(columns, starts[row], otherColumns, otherStarts[row], count);
      } else {
        System.arraycopy(other, 0, otherColumns, otherStarts[row], count);
      }
    }
    return new Likes(otherStarts, otherColumns);
  }

  /** Returns the number of rows. */
  public int rows() {
    return starts.length - 1;
  }

  /** Returns the number of likes. */
  public int count() {
    return starts[rows()];
  }

  /** Returns how many columns a row likes. */
  public int count(int row) {
    return starts[row + 1] - starts[row];
  }

  /** Returns the liked column at a position of a row, counted from 0. */
  public int column(int row, int position) {
    return columns[starts[row] + position];
  }
}
