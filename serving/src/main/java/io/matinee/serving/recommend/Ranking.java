package io.matinee.serving.recommend;

import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.Kernels;
import io.matinee.model.scoring.TopK;
import io.matinee.model.scoring.UserState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the best movies for a user, exactly, without scoring all of them: in the order of falling
 * vector length ({@link LengthOrder}), it stops where no further movie can reach the k-th best
 * score so far. On implicit factors of MovieLens, ten movies take about a tenth of the scores.
 * Where many movies are asked for, or lengths say little, it scores all.
 *
 * <p>The idea is that of LEMP (Teflioudi, Gemulla and Mykytiuk, SIGMOD 2015), with one bucket a
 * movie. Thread-safe: each thread has buffers of its own.
 */
final class Ranking {
  private static final int FIRST_ROUND = 256;

  /** Of the movies, the longest quarter are scored one by one; past them, scoring all is faster. */
  private static final int PARTS = 4;

  private static final Comparator<ScoredMovie> BEST_FIRST =
      Comparator.comparingDouble(ScoredMovie::score)
          .reversed()
          .thenComparingInt(ScoredMovie::movie);

  private final FactorScorer scorer;
  private final LengthOrder order;
  private final int dimension;

  /** [longest, d]: the longest vectors side by side, small enough for a core's own cache. */
  private final float[] longest;

  private final int longestCount;
  private final ThreadLocal<Buffer> buffers;

  Ranking(FactorScorer scorer) {
    this.scorer = scorer;
    order = LengthOrder.of(scorer);
    dimension = scorer.dimension();
    longestCount = scorer.movieCount() / PARTS;
    longest = new float[longestCount * dimension];
    for (int place = 0; place < longestCount; place++) {
      float[] vector = scorer.movieVector(order.movie(place));
      System.arraycopy(vector, 0, longest, place * dimension, dimension);
    }
    buffers = ThreadLocal.withInitial(() -> new Buffer(scorer.movieCount()));
  }

  /** Returns what scores the movies. */
  FactorScorer scorer() {
    return scorer;
  }

  /**
   * Returns the best movies of a set, best first, ties by index.
   *
   * @param k how many at most, at least 1
   */
  List<ScoredMovie> best(UserState user, BitSet allowed, int k) {
    Buffer buffer = buffers.get();
    Optional<List<ScoredMovie>> best =
        2 * k <= longestCount ? amongLongest(user, allowed, k, buffer) : Optional.empty();
    return best.orElseGet(
        () -> {
          scorer.scoreAll(user, buffer.scores);
          return select(buffer.scores, allowed, k);
        });
  }

  /** Returns the best movies if they are all among the longest, and proven to be. */
  private Optional<List<ScoredMovie>> amongLongest(
      UserState user, BitSet allowed, int k, Buffer buffer) {
    double userLength = LengthOrder.length(user.vector());
    int place = 0;
    int scored = 0;
    for (int goal = Math.max(2 * k, FIRST_ROUND); place < longestCount; goal *= 2) {
      for (; place < longestCount && scored < goal; place++) {
        if (allowed.get(order.movie(place))) {
          buffer.movies[scored] = order.movie(place);
          buffer.scores[scored++] = score(user, place);
        }
      }
      float threshold = worstOfBest(buffer.scores, scored, k);
      if (order.bound(place, userLength, user) < threshold) {
        return Optional.of(atLeast(threshold, buffer, scored, k));
      }
    }
    return Optional.empty();
  }

  private float score(UserState user, int place) {
    float product = Kernels.dot(user.vector(), 0, longest, place * dimension, dimension);
    return product + (order.bias(place) + user.bias());
  }

  /** Returns the best movies of a set by given scores, best first, ties by index. */
  static List<ScoredMovie> select(float[] scores, BitSet allowed, int k) {
    List<ScoredMovie> best = new ArrayList<>();
    for (int movie : TopK.select(scores, k, allowed::get)) {
      best.add(new ScoredMovie(movie, scores[movie]));
    }
    return best;
  }

  /** Returns the k-th best score; below every score when there are fewer. */
  private static float worstOfBest(float[] scores, int count, int k) {
    if (count < k) {
      return Float.NEGATIVE_INFINITY;
    }
    float[] found = Arrays.copyOf(scores, count);
    int[] best = TopK.select(found, k, position -> true);
    return found[best[k - 1]];
  }

  private static List<ScoredMovie> atLeast(float threshold, Buffer buffer, int count, int k) {
    List<ScoredMovie> best = new ArrayList<>();
    for (int position = 0; position < count; position++) {
      if (buffer.scores[position] >= threshold) {
        best.add(new ScoredMovie(buffer.movies[position], buffer.scores[position]));
      }
    }
    best.sort(BEST_FIRST);
    return best.subList(0, Math.min(k, best.size()));
  }

  private static final class Buffer {
    private final int[] movies;
    private final float[] scores;

    Buffer(int size) {
      movies = new int[size];
      scores = new float[size];
    }
  }
}
