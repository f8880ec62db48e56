package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.dataset.parquet.RatingColumns;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Finds who rated a movie more than once. While ratings lie together by user, as they do in
 * MovieLens, or by movie, as in the Netflix prize, one look at each tells that nobody did; else
 * they are read again, and sorted by user, as many users at a time as have a fixed number of
 * ratings. Beside these, memory grows with users and movies alone. Used by one thread at a time.
 */
final class RepeatedRatings implements AutoCloseable {
  /** How many ratings are sorted at a time: 32 MiB. */
  private static final int MOST_SORTED = 1 << 23;

  private final PairFile pairs;
  private final int mostSorted;
  private final PairCounter moviesOfUser = new PairCounter();
  private final PairCounter usersOfMovie = new PairCounter();
  private int user;
  private int movie;
  private boolean onceByUser = true;
  private boolean onceByMovie = true;

  /** Ratings of which {@code file} keeps what is needed, until this is closed. */
  RepeatedRatings(Path file) throws IOException {
    this(file, MOST_SORTED);
  }

  RepeatedRatings(Path file, int mostSorted) throws IOException {
    this.pairs = new PairFile(file);
    this.mostSorted = mostSorted;
  }

  /** Takes the next ratings, by users who are numbered from 0 in the order in which they come. */
  void add(RatingColumns columns) throws IOException {
    pairs.add(columns);
    onceByUser = onceByUser && isOnceByUser(columns);
    onceByMovie = onceByMovie && isOnceByMovie(columns);
  }

  private boolean isOnceByUser(RatingColumns columns) {
    boolean once = true;
    for (int row = 0; row < columns.size() && once; row++) {
      int next = columns.user(row);
      once = next >= user && moviesOfUser.add(next, columns.movie(row)) == 1;
      user = next;
    }
    return once;
  }

  private boolean isOnceByMovie(RatingColumns columns) {
    boolean once = true;
    for (int row = 0; row < columns.size() && once; row++) {
      int next = columns.movie(row);
      once = next >= movie && usersOfMovie.add(next, columns.user(row)) == 1;
      movie = next;
    }
    return once;
  }

  /** Whether a pair may have come twice. */
  boolean mayOccur() {
    return !onceByUser && !onceByMovie;
  }

  /**
   * Shows each pair that came more than once.
   *
   * @param goOn is called often, and throws to end it
   * @return how many there are
   */
  long visit(Runnable goOn, Visitor visitor) throws IOException, SQLException {
    Search search = new Search(goOn, visitor);
    int[] ratings = ratingsByUser(goOn);
    int from = 0;
    while (from < ratings.length) {
      int to = from + 1;
      int sorted = ratings[from];
      while (to < ratings.length && ratings[to] <= mostSorted - sorted) {
        sorted += ratings[to++];
      }
      if (to - from == 1) {
        search.lookAt(from);
      } else {
        search.lookAt(from, Arrays.copyOfRange(ratings, from, to), sorted);
      }
      from = to;
    }
    return search.found;
  }

  /** Shows every pair, in the order in which they came. */
  void visitAll(Runnable goOn, Visitor visitor) throws IOException, SQLException {
    pairs.rewind();
    for (int count = pairs.read(); count > 0; count = pairs.read()) {
      goOn.run();
      for (int pair = 0; pair < count; pair++) {
        visitor.visit(pairs.user(pair), pairs.movie(pair));
      }
    }
  }

  @Override
  public void close() throws IOException {
    pairs.close();
  }

  /** How many ratings each user gave; of those with too many to sort, one more than can be. */
  private int[] ratingsByUser(Runnable goOn) throws IOException {
    int[] ratings = {};
    pairs.rewind();
    for (int count = pairs.read(); count > 0; count = pairs.read()) {
      goOn.run();
      for (int pair = 0; pair < count; pair++) {
        int of = pairs.user(pair);
        if (of >= ratings.length) {
          ratings = Arrays.copyOf(ratings, Math.max(2 * ratings.length, of + 1));
        }
        ratings[of] = Math.min(mostSorted, ratings[of]) + 1;
      }
    }
    return ratings;
  }

  /** Looks at all ratings again, for some users each time. */
  private final class Search {
    private final Runnable goOn;
    private final Visitor visitor;
    private final PairCounter movies = new PairCounter();
    private int[] sorted = {};
    private long found;

    private Search(Runnable goOn, Visitor visitor) {
      this.goOn = goOn;
      this.visitor = visitor;
    }

    /** Looks at the ratings of one user, however many there are. */
    private void lookAt(int only) throws IOException, SQLException {
      pairs.rewind();
      for (int count = pairs.read(); count > 0; count = pairs.read()) {
        goOn.run();
        for (int pair = 0; pair < count; pair++) {
          if (pairs.user(pair) == only) {
            take(only, pairs.movie(pair));
          }
        }
      }
    }

    /** Sorts the ratings of some users by counting, and looks at them. */
    private void lookAt(int from, int[] ratings, int total) throws IOException, SQLException {
      int[] ends = new int[ratings.length];
      for (int of = 1; of < ratings.length; of++) {
        ends[of] = ends[of - 1] + ratings[of - 1];
      }
      sorted = sorted.length < total ? new int[total] : sorted;
      pairs.rewind();
      for (int count = pairs.read(); count > 0; count = pairs.read()) {
        goOn.run();
        for (int pair = 0; pair < count; pair++) {
          int of = pairs.user(pair) - from;
          if (of >= 0 && of < ratings.length) {
            sorted[ends[of]++] = pairs.movie(pair);
          }
        }
      }
      for (int of = 0; of < ratings.length; of++) {
        for (int at = ends[of] - ratings[of]; at < ends[of]; at++) {
          take(from + of, sorted[at]);
        }
      }
    }

    private void take(int of, int movie) throws SQLException {
      if (movies.add(of, movie) == 2) {
        found++;
        visitor.visit(of, movie);
      }
    }
  }

  /** Is shown pairs. */
  interface Visitor {
    /** Looks at a user and a movie. */
    void visit(int user, int movie) throws SQLException;
  }
}
