package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingsMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;

/**
 * Scores movies by their neighbours: score(u, m) = sum of weight(i, m) over the movies i that u
 * likes, in the order of the user's ratings. A movie without a weight into it scores {@link
 * Scorer#UNKNOWN_MOVIE}; a user who likes only movies without a weight out of them is unknown.
 */
public final class NeighbourScorer implements Scorer {
  private final Neighbours neighbours;
  private final Optional<RatingsMatrix> seen;
  private final int movieCount;

  /** The movies with a weight into them. */
  private final BitSet reached;

  private NeighbourScorer(Neighbours neighbours, Optional<RatingsMatrix> seen) {
    this.neighbours = neighbours;
    this.seen = seen;
    this.movieCount = neighbours.movieCount();
    this.reached = new BitSet(movieCount);
    for (long position = 0; position < neighbours.count(); position++) {
      reached.set(Objects.checkIndex(neighbours.neighbour(position), movieCount));
    }
  }

  /**
   * Returns a scorer by weights wherever they lie, without copying them.
   *
   * @param seen the training part, which trained users' states come from; without it there are none
   * @throws IndexOutOfBoundsException if a weight goes into no movie
   */
  public static NeighbourScorer of(Neighbours neighbours, Optional<RatingsMatrix> seen) {
    return new NeighbourScorer(neighbours, seen);
  }

  /** Returns the arrays that are read. */
  public Neighbours neighbours() {
    return neighbours;
  }

  @Override
  public int movieCount() {
    return movieCount;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the scorer was made without the training part
   */
  @Override
  public Optional<UserState> user(int user) {
    RatingsMatrix ratings =
        seen.orElseThrow(() -> new IllegalStateException("made without the training part"));
    return foldIn(RatedMovies.of(ratings, user));
  }

  @Override
  public Optional<UserState> foldIn(RatedMovies rated) {
    RatedMovies telling = telling(rated);
    return telling.count() == 0 ? Optional.empty() : Optional.of(telling);
  }

  /**
   * Returns how many weights {@link #scoreAll} adds up for a user with these ratings, from the
   * lengths of rows alone.
   *
   * @throws IndexOutOfBoundsException if a movie is not in [0, movieCount)
   */
  public long weights(RatedMovies rated) {
    long count = 0;
    for (int movie : telling(rated).movies()) {
      count += neighbours.start(movie + 1) - neighbours.start(movie);
    }
    return count;
  }

  @Override
  public UserState nobody() {
    return RatedMovies.NONE;
  }

  @Override
  public void scoreAll(UserState user, float[] scores) {
    RatedMovies liked = liked(user);
    Numbers.requirePlaces(scores, movieCount);
    Arrays.fill(scores, 0);
    for (int movie : liked.movies()) {
      long end = neighbours.start(movie + 1);
      for (long position = neighbours.start(movie); position < end; position++) {
        scores[neighbours.neighbour(position)] += neighbours.weight(position);
      }
    }
    for (int movie = reached.nextClearBit(0);
        movie < movieCount;
        movie = reached.nextClearBit(movie + 1)) {
      scores[movie] = UNKNOWN_MOVIE;
    }
  }

  @Override
  public float score(UserState user, int movie) {
    RatedMovies liked = liked(user);
    if (!reached.get(Objects.checkIndex(movie, movieCount))) {
      return UNKNOWN_MOVIE;
    }
    float sum = 0;
    for (int from : liked.movies()) {
      sum += neighbours.weight(from, movie);
    }
    return sum;
  }

  @Override
  public Optional<MovieVectors> movieVectors() {
    return Optional.empty();
  }

  @Override
  public Optional<RatingLink> rating() {
    return Optional.empty();
  }

  /** Returns the liked movies with a weight out of them. */
  private RatedMovies telling(RatedMovies rated) {
    rated.requireWithin(movieCount);
    return rated.from(neighbours.objective().likedFrom()).of(neighbours::leadsSomewhere);
  }

  private static RatedMovies liked(UserState user) {
    if (user instanceof RatedMovies liked) {
      return liked;
    }
    throw new IllegalArgumentException("not a state of rated movies: " + user);
  }
}
