package io.matinee.serving.catalogue;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/** Lists movies, users, and what a user has rated, part by part. Immutable. */
public final class Listings {
  private static final Comparator<SeenMovie> HIGHEST_FIRST =
      Comparator.comparingDouble(SeenMovie::rating).reversed().thenComparingInt(SeenMovie::movie);

  private final RatingsMatrix seen;

  /** Lists from the ratings of the training part. */
  public Listings(RatingsMatrix seen) {
    this.seen = seen;
  }

  /**
   * Returns a part of a set of movies, by id.
   *
   * @param start where to start: 0, or the {@code next} of the page before
   * @param size how many at most
   */
  public static IndexPage movies(BitSet movies, int start, int size) {
    return page(start, size, movies::nextSetBit);
  }

  /**
   * Returns a part of the users with a rating in the training part, by id.
   *
   * @param start where to start: 0, or the {@code next} of the page before
   * @param size how many at most
   */
  public IndexPage users(int start, int size) {
    return page(start, size, this::nextUser);
  }

  /**
   * Returns a part of what a user rated in the training part: the highest ratings first, equal ones
   * by movie id.
   *
   * @param user the user's index
   * @param start where to start: 0, or the {@code next} of the page before
   * @param size how many at most
   */
  public SeenPage seen(int user, int start, int size) {
    List<SeenMovie> movies = new ArrayList<>(seen.userRatingCount(user));
    for (int at = seen.userStart(user); at < seen.userEnd(user); at++) {
      movies.add(new SeenMovie(seen.movieAt(at), seen.ratingAt(at)));
    }
    movies.sort(HIGHEST_FIRST);
    int from = Math.min(start, movies.size());
    int end = Math.min(from + size, movies.size());
    OptionalInt next = end < movies.size() ? OptionalInt.of(end) : OptionalInt.empty();
    return new SeenPage(List.copyOf(movies.subList(from, end)), next);
  }

  /** Returns the first user from an index on who has a rating, or -1. */
  private int nextUser(int from) {
    for (int user = from; user < seen.userCount(); user++) {
      if (seen.userRatingCount(user) > 0) {
        return user;
      }
    }
    return -1;
  }

  private static IndexPage page(int start, int size, IntUnaryOperator next) {
    List<Integer> indices = new ArrayList<>();
    int index = next.applyAsInt(start);
    while (index >= 0 && indices.size() < size) {
      indices.add(index);
      index = next.applyAsInt(index + 1);
    }
    return new IndexPage(indices, index < 0 ? OptionalInt.empty() : OptionalInt.of(index));
  }
}
