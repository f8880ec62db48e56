package io.matinee.serving.recommend;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.NeighbourScorer;
import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.serving.catalogue.Lookup;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells of one version, before an answer for a user is worked out, which users make it long.
 * Immutable.
 */
public final class UserWork {
  /** To fold in more ratings than this takes long. */
  public static final int MANY_RATINGS = 50;

  /**
   * To add up a weight takes about as long as to multiply eleven numbers of vectors ({@code bench
   * jmh NeighbourScores DotProducts}): with more than this for each movie a list takes longer than
   * by vectors of 64 numbers, all of which are multiplied.
   */
  private static final int WEIGHTS_A_MOVIE = 6;

  private final List<NeighbourScorer> scorers;
  private final RatingsMatrix seen;
  private final Lookup lookup;
  private final float greatestRating;

  private UserWork(
      List<NeighbourScorer> scorers, RatingsMatrix seen, Lookup lookup, float greatestRating) {
    this.scorers = scorers;
    this.seen = seen;
    this.lookup = lookup;
    this.greatestRating = greatestRating;
  }

  /** Returns the work of a version; the snapshot must stay open as long as it is used. */
  public static UserWork of(Snapshot snapshot, Lookup lookup) {
    List<NeighbourScorer> scorers =
        Scorers.of(snapshot).ordering().stream()
            .flatMap(
                scorer ->
                    scorer instanceof NeighbourScorer neighbours
                        ? Stream.of(neighbours)
                        : Stream.empty())
            .toList();
    return new UserWork(scorers, snapshot.seen(), lookup, snapshot.manifest().scale().maximum());
  }

  /**
   * Returns whether many ratings are folded in: those that a user brings, and with them those of
   * the training.
   *
   * @param userId the user's id; may be empty or unknown
   * @param given how many ratings the user brings
   */
  public boolean foldsManyIn(String userId, int given) {
    int user = given == 0 ? -1 : lookup.findUser(userId);
    return given + (user < 0 ? 0 : lookup.userRatingCount(user)) > MANY_RATINGS;
  }

  /**
   * Returns whether a list takes many weights between movies.
   *
   * @param userId the user's id; may be empty or unknown
   * @param rated the ids of movies of which the user brings ratings, taken for likes; may be
   *     unknown
   */
  public boolean addsManyWeights(String userId, List<String> rated) {
    if (scorers.isEmpty()) {
      return false;
    }
    int user = lookup.findUser(userId);
    RatedMovies trained = user < 0 ? RatedMovies.NONE : RatedMovies.of(seen, user);
    long weights = weights(trained) + weights(liked(rated));
    return weights > (long) WEIGHTS_A_MOVIE * seen.movieCount();
  }

  private long weights(RatedMovies rated) {
    return scorers.stream().mapToLong(scorer -> scorer.weights(rated)).sum();
  }

  private RatedMovies liked(List<String> ids) {
    int[] movies = ids.stream().mapToInt(lookup::findMovie).filter(movie -> movie >= 0).toArray();
    float[] ratings = new float[movies.length];
    Arrays.fill(ratings, greatestRating);
    return new RatedMovies(movies, ratings);
  }
}
