package io.matinee.trainer.dataset.parquet;

import java.util.function.IntUnaryOperator;

/** Ratings column by column, up to a fixed number of rows. Not thread-safe. */
public final class RatingColumns {
  /** The most rows. */
  public static final int ROWS = 1 << 17;

  /** What stands for the time of a rating that has none. */
  public static final long NO_TIME = Long.MIN_VALUE;

  final int[] users = new int[ROWS];
  final int[] movies = new int[ROWS];
  final float[] ratings = new float[ROWS];
  final long[] times = new long[ROWS];
  private int size;

  /**
   * Adds a rating; there must be room.
   *
   * @param user the user's number, or what stands for it until it is replaced
   * @param movie the movie's number, likewise
   * @param rating the rating; NaN for a watch without one
   * @param time seconds since 1970, or {@link #NO_TIME}
   */
  public void add(int user, int movie, float rating, long time) {
    users[size] = user;
    movies[size] = movie;
    ratings[size] = rating;
    times[size++] = time;
  }

  /** Puts another number in the place of each user's. */
  public void replaceUsers(IntUnaryOperator others) {
    replace(users, others);
  }

  /** Puts another number in the place of each movie's. */
  public void replaceMovies(IntUnaryOperator others) {
    replace(movies, others);
  }

  private void replace(int[] numbers, IntUnaryOperator others) {
    for (int row = 0; row < size; row++) {
      numbers[row] = others.applyAsInt(numbers[row]);
    }
  }

  /** Takes all ratings out. */
  public void clear() {
    size = 0;
  }

  /** Returns how many ratings there are. */
  public int size() {
    return size;
  }

  /** Returns the number of a row's user. */
  public int user(int row) {
    return users[row];
  }

  /** Returns the number of a row's movie. */
  public int movie(int row) {
    return movies[row];
  }

  /** Returns a row's rating; NaN for a watch without one. */
  public float rating(int row) {
    return ratings[row];
  }

  /** Returns a row's time in seconds since 1970, or {@link #NO_TIME}. */
  public long time(int row) {
    return times[row];
  }

  /** Whether there is no room. */
  public boolean isFull() {
    return size == ROWS;
  }
}
