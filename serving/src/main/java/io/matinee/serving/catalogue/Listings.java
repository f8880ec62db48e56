package io.matinee.serving.catalogue;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Lists movies, users, and what a user has rated, part by part. Immutable. */
public final class Listings {
  private static final Comparator<SeenMovie> HIGHEST_FIRST =
      Comparator.comparingDouble(SeenMovie::rating).reversed().thenComparingInt(SeenMovie::movie);

  private final RatingsMatrix seen;
  private final BitSet users;

  /** Lists from the ratings of the training part. */
  public Listings(RatingsMatrix seen) {
    this.seen = seen;
    users = new BitSet(seen.userCount());
    for (int user = 0; user < seen.userCount(); user++) {
      users.set(user, seen.userRatingCount(user) > 0);
    }
  }

  /**
   * Returns a part of a set of movies, by id.
   *
   * @param start where to start: 0, or the {@code next} of the page before
   * @param size how many at most
   */
  public static IndexPage movies(BitSet movies, int start, int size) {
    return page(movies, start, size);
  }

  /**
   * Returns a part of the users with a rating in the training part, by id.
   *
   * @param start where to start: 0, or the {@code next} of the page before
   * @param size how many at most
   */
  public IndexPage users(int start, int size) {
    return page(users, start, size);
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

  private static IndexPage page(BitSet set, int start, int size) {
    List<Integer> indices = new ArrayList<>();
    int index = set.nextSetBit(start);
    while (index >= 0 && indices.size() < size) {
      indices.add(index);
      index = set.nextSetBit(index + 1);
    }
    return new IndexPage(indices, index < 0 ? OptionalInt.empty() : OptionalInt.of(index));
  }
}
