package io.matinee.model.ratings;

import java.util.Arrays;
import java.util.Objects;

/**
 * A sparse matrix of ratings, rows users and columns movies, stored by rows (CSR; within a row
 * ascending by movie). Positions number the cells from 0 to {@link #ratingCount()} - 1. The rows
 * lie on the heap or are mapped from a file; then every method throws {@link IllegalStateException}
 * once the owner of the memory has closed it. Immutable and thread-safe.
 */
public final class RatingsMatrix {
  private final IdDictionary users;
  private final IdDictionary movies;
  private final Rows rows;

  private RatingsMatrix(IdDictionary users, IdDictionary movies, Rows rows) {
    this.users = users;
    this.movies = movies;
    this.rows = rows;
  }

  /**
   * Starts an empty matrix.
   *
   * @param users the dictionary of the rows
   * @param movies the dictionary of the columns
   */
  public static Builder builder(IdDictionary users, IdDictionary movies) {
    return new Builder(users, movies);
  }

  /**
   * Returns a matrix of rows wherever they lie, not copied.
   *
   * @throws IllegalArgumentException if the arrays do not describe a matrix of these dictionaries
   */
  public static RatingsMatrix ofRows(IdDictionary users, IdDictionary movies, Rows rows) {
    rows.requireShape(users.size(), movies.size());
    return new RatingsMatrix(users, movies, rows);
  }

  /** Returns the dictionary of the rows. */
  public IdDictionary users() {
    return users;
  }

  /** Returns the dictionary of the columns. */
  public IdDictionary movies() {
    return movies;
  }

  /** Returns the arrays of the matrix, not copied. */
  public Rows rows() {
    return rows;
  }

  /** Returns the number of rows, those without ratings too. */
  public int userCount() {
    return users.size();
  }

  /** Returns the number of columns, those without ratings too. */
  public int movieCount() {
    return movies.size();
  }

  /** Returns the number of ratings. */
  public int ratingCount() {
    return (int) rows.count();
  }

  /** Returns the position of the user's first rating. */
  public int userStart(int user) {
    return rows.start(user);
  }

  /** One past the position of the user's last rating. */
  public int userEnd(int user) {
    return rows.start(user + 1);
  }

  /** Returns the movie at a position. */
  public int movieAt(int position) {
    return rows.movie(position);
  }

  /** Returns the rating at a position. */
  public float ratingAt(int position) {
    return rows.rating(position);
  }

  /** When the rating at a position was given, in seconds since 1970; 0 when unknown. */
  public long timestampAt(int position) {
    return rows.timestamp(position);
  }

  /** How many movies the user rated. */
  public int userRatingCount(int user) {
    return userEnd(user) - userStart(user);
  }

  /** Counts the users who rated a movie, by a pass over all users. */
  public int activeUserCount() {
    int count = 0;
    for (int user = 0; user < userCount(); user++) {
      count += userRatingCount(user) > 0 ? 1 : 0;
    }
    return count;
  }

  /** Counts how many users rated each movie: [movies], by a pass over all ratings. */
  public int[] movieRatingCounts() {
    int[] counts = new int[movieCount()];
    for (int position = 0; position < ratingCount(); position++) {
      counts[movieAt(position)]++;
    }
    return counts;
  }

  /**
   * Returns the mean of each movie's ratings, NaN without any: [movies], by a pass over all
   * ratings.
   */
  public double[] movieMeans() {
    int[] counts = movieRatingCounts();
    double[] means = new double[counts.length];
    for (int position = 0; position < ratingCount(); position++) {
      means[movieAt(position)] += ratingAt(position);
    }
    for (int movie = 0; movie < counts.length; movie++) {
      means[movie] /= counts[movie];
    }
    return means;
  }

  /** Returns the mean of all ratings, by a pass over them; NaN when there are none. */
  public double mean() {
    double sum = 0;
    for (int position = 0; position < ratingCount(); position++) {
      sum += ratingAt(position);
    }
    return sum / ratingCount();
  }

  /** Whether the user rated the movie. */
  public boolean contains(int user, int movie) {
    return find(user, movie) >= 0;
  }

  /** Returns the position of the user's rating of the movie, or -1 when there is none. */
  public int find(int user, int movie) {
    int low = userStart(user);
    int high = userEnd(user) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = movieAt(middle);
      if (found == movie) {
        return middle;
      }
      if (found < movie) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Collects ratings in any order. Not thread-safe. */
  public static final class Builder {
    private static final int INITIAL_CAPACITY = 1024;

    private final IdDictionary users;
    private final IdDictionary movies;
    private int[] userOf = new int[INITIAL_CAPACITY];
    private int[] movieOf = new int[INITIAL_CAPACITY];
    private float[] ratingOf = new float[INITIAL_CAPACITY];
    private long[] timestampOf = new long[INITIAL_CAPACITY];
    private int count;

    private Builder(IdDictionary users, IdDictionary movies) {
      this.users = users;
      this.movies = movies;
    }

    /**
     * Adds one rating.
     *
     * @param user index of the user
     * @param movie index of the movie
     * @param rating the rating, finite
     * @param epochSeconds when it was given; 0 when unknown
     * @throws IndexOutOfBoundsException if an index is not in its dictionary
     * @throws IllegalArgumentException if the rating is not finite
     */
    public Builder add(int user, int movie, float rating, long epochSeconds) {
      Objects.checkIndex(user, users.size());
      Objects.checkIndex(movie, movies.size());
      if (!Float.isFinite(rating)) {
        throw new IllegalArgumentException("a rating must be finite, found " + rating);
      }
      if (count == userOf.length) {
        grow();
      }
      userOf[count] = user;
      movieOf[count] = movie;
      ratingOf[count] = rating;
      timestampOf[count] = epochSeconds;
      count++;
      return this;
    }

    /**
     * Sorts what was added into a matrix.
     *
     * @throws IllegalArgumentException if a user rated a movie twice
     */
    public RatingsMatrix build() {
      Rows rows =
          new RowSort(userOf, movieOf, count)
              .rows(users.size(), movies.size(), ratingOf, timestampOf);
      requireDistinct(rows);
      return new RatingsMatrix(users, movies, rows);
    }

    private void grow() {
      int capacity = Math.multiplyExact(count, 2);
      userOf = Arrays.copyOf(userOf, capacity);
      movieOf = Arrays.copyOf(movieOf, capacity);
      ratingOf = Arrays.copyOf(ratingOf, capacity);
      timestampOf = Arrays.copyOf(timestampOf, capacity);
    }

    private void requireDistinct(Rows rows) {
      for (int user = 0; user < users.size(); user++) {
        for (int position = rows.start(user) + 1; position < rows.start(user + 1); position++) {
          if (rows.movie(position - 1) == rows.movie(position)) {
            throw new IllegalArgumentException(
                "user %s rated movie %s twice"
                    .formatted(users.id(user), movies.id(rows.movie(position))));
          }
        }
      }
    }
  }
}
