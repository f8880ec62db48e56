package io.matinee.model.scoring.ranking;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.Kernels;
import io.matinee.model.scoring.UserVector;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The top-k lists of some users by factors, found together.
 *
 * <p>A tile of movies that fits the first-level cache is scored for all users of the block before
 * the next one is touched, four users against two vectors of movies at a time, and a whole vector
 * of scores is compared with the user's threshold before any of them is looked at. Used by one
 * thread.
 */
final class UserBlock {
  /** Users a block. */
  static final int USERS = 32;

  private static final VectorSpecies<Float> SPECIES = Kernels.SPECIES;
  private static final int WIDTH = PackedMovies.WIDTH;
  private static final int LANES = SPECIES.length();
  private static final int TOGETHER = 4;
  private static final int TILE_BYTES = 1 << 15;

  private final PackedMovies movies;
  private final RatingsMatrix seen;
  private final boolean includeSeen;
  private final List<KnownUser> users;

  /** [USERS, d]; rows past the users stay 0. */
  private final float[] vectors;

  private final float[] biases = new float[USERS];
  private final float[] thresholds = new float[USERS];
  private final TopK[] best = new TopK[USERS];

  /** For each user the position of the first seen movie that is not before the present one. */
  private final int[] nextSeen = new int[USERS];

  private final float[] scores = new float[LANES];

  UserBlock(
      FactorScorer scorer,
      PackedMovies movies,
      RatingsMatrix seen,
      boolean includeSeen,
      List<KnownUser> users,
      int k) {
    this.movies = movies;
    this.seen = seen;
    this.includeSeen = includeSeen;
    this.users = users;
    this.vectors = new float[USERS * movies.dimension()];
    Arrays.fill(thresholds, Float.POSITIVE_INFINITY);
    for (int user = 0; user < users.size(); user++) {
      UserVector state = scorer.vector(users.get(user).state());
      System.arraycopy(state.vector(), 0, vectors, user * movies.dimension(), movies.dimension());
      biases[user] = state.bias();
      best[user] = new TopK(k);
      thresholds[user] = best[user].threshold();
      nextSeen[user] = seen.userStart(users.get(user).user());
    }
  }

  /** Scores all movies and gives each user's list away. */
  void fill(BatchRanker.ListConsumer lists) {
    int tile = Math.max(1, TILE_BYTES / (WIDTH * Float.BYTES * Math.max(1, movies.dimension())));
    int tileMovies = tile * WIDTH;
    for (int start = 0; start < movies.paddedCount(); start += tileMovies) {
      int end = Math.min(start + tileMovies, movies.paddedCount());
      for (int user = 0; user < users.size(); user += TOGETHER) {
        for (int movie = start; movie < end; movie += WIDTH) {
          scorePanel(user, movie);
        }
      }
    }
    for (int user = 0; user < users.size(); user++) {
      lists.accept(users.get(user).user(), best[user].drain());
    }
  }

  private void scorePanel(int user, int movie) {
    int dimension = movies.dimension();
    float[] factors = movies.factors();
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector low0 = zero;
    FloatVector low1 = zero;
    FloatVector low2 = zero;
    FloatVector low3 = zero;
    FloatVector high0 = zero;
    FloatVector high1 = zero;
    FloatVector high2 = zero;
    FloatVector high3 = zero;
    int row0 = user * dimension;
    int row1 = row0 + dimension;
    int row2 = row1 + dimension;
    int row3 = row2 + dimension;
    int panel = movie * dimension;
    for (int index = 0; index < dimension; index++) {
      FloatVector low = FloatVector.fromArray(SPECIES, factors, panel + index * WIDTH);
      FloatVector high = FloatVector.fromArray(SPECIES, factors, panel + index * WIDTH + LANES);
      FloatVector factor0 = FloatVector.broadcast(SPECIES, vectors[row0 + index]);
      low0 = low.fma(factor0, low0);
      high0 = high.fma(factor0, high0);
      FloatVector factor1 = FloatVector.broadcast(SPECIES, vectors[row1 + index]);
      low1 = low.fma(factor1, low1);
      high1 = high.fma(factor1, high1);
      FloatVector factor2 = FloatVector.broadcast(SPECIES, vectors[row2 + index]);
      low2 = low.fma(factor2, low2);
      high2 = high.fma(factor2, high2);
      FloatVector factor3 = FloatVector.broadcast(SPECIES, vectors[row3 + index]);
      low3 = low.fma(factor3, low3);
      high3 = high.fma(factor3, high3);
    }
    offer(user, movie, low0);
    offer(user, movie + LANES, high0);
    offer(user + 1, movie, low1);
    offer(user + 1, movie + LANES, high1);
    offer(user + 2, movie, low2);
    offer(user + 2, movie + LANES, high2);
    offer(user + 3, movie, low3);
    offer(user + 3, movie + LANES, high3);
  }

  private void offer(int user, int movie, FloatVector products) {
    FloatVector sums =
        FloatVector.fromArray(SPECIES, movies.offsets(), movie).add(biases[user]).add(products);
    VectorMask<Float> passing = sums.compare(VectorOperators.GT, thresholds[user]);
    if (passing.anyTrue()) {
      sums.intoArray(scores, 0);
      take(user, movie, passing.toLong());
    }
  }

  private void take(int user, int firstMovie, long passing) {
    TopK list = best[user];
    for (long rest = passing; rest != 0; rest &= rest - 1) {
      int lane = Long.numberOfTrailingZeros(rest);
      if (scores[lane] > list.threshold() && !isSeen(user, firstMovie + lane)) {
        list.offer(firstMovie + lane, scores[lane]);
      }
    }
    thresholds[user] = list.threshold();
  }

  /** Asked of each user for ascending movies. */
  private boolean isSeen(int user, int movie) {
    if (includeSeen) {
      return false;
    }
    int end = seen.userEnd(users.get(user).user());
    int position = nextSeen[user];
    while (position < end && seen.movieAt(position) < movie) {
      position++;
    }
    nextSeen[user] = position;
    return position < end && seen.movieAt(position) == movie;
  }
}
