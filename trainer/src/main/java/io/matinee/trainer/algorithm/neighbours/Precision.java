package io.matinee.trainer.algorithm.neighbours;

import io.matinee.trainer.algorithm.likes.Likes;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The columns of P = (X'X + lambda I)^-1 for the likes X [users, movies], each up to a factor that
 * is the same for all. Thread-safe.
 */
interface Precision {

  /**
   * Writes one column.
   *
   * @param column [movies], overwritten
   */
  void fill(int movie, double[] column);

  /**
   * By whichever side is the smaller.
   *
   * @param sweepEnded told after each sweep of the inversion, on the calling thread
   */
  static Precision of(LikedPart likes, double regularisation, Runnable sweepEnded) {
    return likes.userCount() < likes.movieCount()
        ? byUsers(likes, regularisation, sweepEnded)
        : byMovies(likes, regularisation, sweepEnded);
  }

  /** Inverts the matrix [movies, movies] itself. */
  static Precision byMovies(LikedPart likes, double regularisation, Runnable sweepEnded) {
    SymmetricTiles inverse = inverse(likes.byMovie(), likes.byUser(), regularisation, sweepEnded);
    return (movie, column) -> {
      Arrays.fill(column, 0);
      inverse.addRow(movie, column);
    };
  }

  /** Inverts a matrix [users, users] instead: lambda P = I - X'(XX' + lambda I)^-1 X (Woodbury). */
  static Precision byUsers(LikedPart likes, double regularisation, Runnable sweepEnded) {
    SymmetricTiles inverse = inverse(likes.byUser(), likes.byMovie(), regularisation, sweepEnded);
    return (movie, column) -> {
      double[] users = new double[likes.userCount()];
      for (int position = 0; position < likes.byMovie().count(movie); position++) {
        inverse.addRow(likes.byMovie().column(movie, position), users);
      }
      for (int other = 0; other < column.length; other++) {
        column[other] = (other == movie ? 1 : 0) - dot(likes.byMovie(), other, users);
      }
    };
  }

  private static double dot(Likes likes, int row, double[] values) {
    double sum = 0;
    for (int position = 0; position < likes.count(row); position++) {
      sum += values[likes.column(row, position)];
    }
    return sum;
  }

  /** (RR' + lambda I)^-1 for the likes R of one side. */
  private static SymmetricTiles inverse(
      Likes rows, Likes columns, double regularisation, Runnable sweepEnded) {
    SymmetricTiles matrix = new SymmetricTiles(rows.rows());
    IntStream.range(0, rows.rows())
        .parallel()
        .forEach(
            row -> {
              matrix.add(row, row, regularisation);
              addShared(rows, columns, row, matrix);
            });
    Inversion.invert(matrix, sweepEnded);
    return matrix;
  }

  /** Adds how many columns a row shares with itself and with each row before it. */
  private static void addShared(Likes rows, Likes columns, int row, SymmetricTiles matrix) {
    for (int position = 0; position < rows.count(row); position++) {
      int column = rows.column(row, position);
      int other = 0;
      while (other < columns.count(column) && columns.column(column, other) <= row) {
        matrix.add(row, columns.column(column, other), 1);
        other++;
      }
    }
  }
}
