package io.matinee.model.ratings;

import java.util.Arrays;
import java.util.Objects;

/**
 * A sparse matrix of ratings, rows users and columns movies, on primitive arrays.
 *
 * <p>Stored twice: by rows (CSR; within a row ascending by movie) and by columns (CSC; within a
 * column ascending by user). Positions of the rows are 0 to {@link #ratingCount()} - 1 and so are
 * those of the columns, but they number the cells in different orders. Immutable and thread-safe.
 */
public final class RatingsMatrix {
  private final IdDictionary users;
  private final IdDictionary movies;
  private final Rows rows;
  private final Columns columns;
  private final double mean;

  private RatingsMatrix(IdDictionary users, IdDictionary movies, Rows rows) {
    this.users = users;
    this.movies = movies;
    this.rows = rows;
    this.columns = Columns.of(rows, movies.size());
    double sum = 0;
    for (float rating : rows.ratings()) {
      sum += rating;
    }
    this.mean = sum / rows.ratings().length;
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
   * Takes over the arrays of a matrix by rows; the caller gives them up.
   *
   * @throws IllegalArgumentException if the arrays do not describe a matrix of these dictionaries
   */
  public static RatingsMatrix ofRows(IdDictionary users, IdDictionary movies, Rows rows) {
    rows.requireShape(users.size(), movies.size());
    return new RatingsMatrix(users, movies, rows);
  }

  /** The dictionary of the rows. */
  public IdDictionary users() {
    return users;
  }

  /** The dictionary of the columns. */
  public IdDictionary movies() {
    return movies;
  }

  /** The number of rows, those without ratings too. */
  public int userCount() {
    return users.size();
  }

  /** The number of columns, those without ratings too. */
  public int movieCount() {
    return movies.size();
  }

  /** The number of ratings. */
  public int ratingCount() {
    return rows.movies().length;
  }

  /** The position of the user's first rating by rows. */
  public int userStart(int user) {
    return rows.starts()[user];
  }

  /** One past the position of the user's last rating by rows. */
  public int userEnd(int user) {
    return rows.starts()[user + 1];
  }

  /** The movie at a position by rows. */
  public int movieAt(int position) {
    return rows.movies()[position];
  }

  /** The rating at a position by rows. */
  public float ratingAt(int position) {
    return rows.ratings()[position];
  }

  /** When the rating at a position by rows was given, in seconds since 1970; 0 when unknown. */
  public long timestampAt(int position) {
    return rows.timestamps()[position];
  }

  /** The position of the movie's first rating by columns. */
  public int movieStart(int movie) {
    return columns.starts()[movie];
  }

  /** One past the position of the movie's last rating by columns. */
  public int movieEnd(int movie) {
    return columns.starts()[movie + 1];
  }

  /** The user at a position by columns. */
  public int raterAt(int columnPosition) {
    return columns.users()[columnPosition];
  }

  /** The rating at a position by columns. */
  public float columnRatingAt(int columnPosition) {
    return columns.ratings()[columnPosition];
  }

  /** How many movies the user rated. */
  public int userRatingCount(int user) {
    return userEnd(user) - userStart(user);
  }

  /** How many users rated the movie. */
  public int movieRatingCount(int movie) {
    return movieEnd(movie) - movieStart(movie);
  }

  /** The mean of all ratings; NaN when there are none. */
  public double mean() {
    return mean;
  }

  /** The mean of the movie's ratings; NaN when it has none. */
  public double movieMean(int movie) {
    double sum = 0;
    for (int position = movieStart(movie); position < movieEnd(movie); position++) {
      sum += columnRatingAt(position);
    }
    return sum / movieRatingCount(movie);
  }

  /** Whether the user rated the movie. */
  public boolean contains(int user, int movie) {
    return find(user, movie) >= 0;
  }

  /** The position by rows of the user's rating of the movie, or -1 when there is none. */
  public int find(int user, int movie) {
    int position = Arrays.binarySearch(rows.movies(), userStart(user), userEnd(user), movie);
    return Math.max(position, -1);
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
      int[] byMovie = ordered(identity(count), movieOf, movies.size());
      int[] byUser = ordered(byMovie, userOf, users.size());
      Rows rows = Rows.empty(users.size(), count);
      for (int position = 0; position < count; position++) {
        int source = byUser[position];
        rows.starts()[userOf[source] + 1]++;
        rows.movies()[position] = movieOf[source];
        rows.ratings()[position] = ratingOf[source];
        rows.timestamps()[position] = timestampOf[source];
      }
      Arrays.parallelPrefix(rows.starts(), Integer::sum);
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
        for (int position = rows.starts()[user] + 1;
            position < rows.starts()[user + 1];
            position++) {
          if (rows.movies()[position - 1] == rows.movies()[position]) {
            throw new IllegalArgumentException(
                "user %s rated movie %s twice"
                    .formatted(users.id(user), movies.id(rows.movies()[position])));
          }
        }
      }
    }

    private static int[] identity(int count) {
      int[] order = new int[count];
      Arrays.setAll(order, index -> index);
      return order;
    }

    /** Stable counting sort of the order by its keys. */
    private static int[] ordered(int[] order, int[] keys, int keyCount) {
      int[] next = new int[keyCount + 1];
      for (int index : order) {
        next[keys[index] + 1]++;
      }
      Arrays.parallelPrefix(next, Integer::sum);
      int[] sorted = new int[order.length];
      for (int index : order) {
        sorted[next[keys[index]]++] = index;
      }
      return sorted;
    }
  }
}
