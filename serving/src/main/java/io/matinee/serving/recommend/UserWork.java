package io.matinee.serving.recommend;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.NeighbourScorer;
import io.matinee.model.scoring.NetworkScorer;
import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.scoring.Scorer;
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

  /** With more work of a network for each movie a list takes longer than by vectors as well. */
  private static final int NETWORK_WORK_A_MOVIE = 64;

  private final List<NeighbourScorer> scorers;
  private final boolean heavyNetwork;
  private final RatingsMatrix seen;
  private final Lookup lookup;
  private final float greatestRating;

  private UserWork(
      List<NeighbourScorer> scorers,
      boolean heavyNetwork,
      RatingsMatrix seen,
      Lookup lookup,
      float greatestRating) {
    this.scorers = scorers;
    this.heavyNetwork = heavyNetwork;
    this.seen = seen;
    this.lookup = lookup;
    this.greatestRating = greatestRating;
  }

  /** Returns the work of a version; the snapshot must stay open as long as it is used. */
  public static UserWork of(Snapshot snapshot, Lookup lookup) {
    List<Scorer> ordering = Scorers.of(snapshot).ordering();
    List<NeighbourScorer> scorers =
        ordering.stream()
            .flatMap(
                scorer ->
                    scorer instanceof NeighbourScorer neighbours
                        ? Stream.of(neighbours)
                        : Stream.empty())
            .toList();
    boolean heavyNetwork =
        ordering.stream()
            .anyMatch(
                scorer ->
                    scorer instanceof NetworkScorer network
                        && network.workAMovie() > NETWORK_WORK_A_MOVIE);
    return new UserWork(
        scorers, heavyNetwork, snapshot.seen(), lookup, snapshot.manifest().scale().maximum());
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
   * Returns whether a list takes many weights between movies, or those of wide layers.
   *
   * @param userId the user's id; may be empty or unknown
   * @param rated the ids of movies of which the user brings ratings, taken for likes; may be
   *     unknown
   */
  public boolean takesManyWeights(String userId, List<String> rated) {
    if (scorers.isEmpty() || heavyNetwork) {
      return heavyNetwork;
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
