package io.matinee.serving.recommend;

import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.TopK;
import io.matinee.model.scoring.UserState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

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

  /** When a part of the movies this large is not enough, scoring them one by one does not pay. */
  private static final int LARGEST_PART = 4;

  private static final Comparator<ScoredMovie> BEST_FIRST =
      Comparator.comparingDouble(ScoredMovie::score)
          .reversed()
          .thenComparingInt(ScoredMovie::movie);

  private final FactorScorer scorer;
  private final LengthOrder order;
  private final ThreadLocal<Buffer> buffers;

  Ranking(FactorScorer scorer) {
    this.scorer = scorer;
    order = LengthOrder.of(scorer);
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
    int largestPart = order.size() / LARGEST_PART;
    Buffer buffer = buffers.get();
    if (Math.max(2 * k, FIRST_ROUND) > largestPart) {
      return bestOfAll(user, allowed, k, buffer.scores);
    }
    double userLength = LengthOrder.length(user.vector());
    int place = 0;
    int scored = 0;
    for (int goal = Math.max(2 * k, FIRST_ROUND); ; goal *= 2) {
      while (place < order.size() && scored < goal) {
        int movie = order.movie(place++);
        if (allowed.get(movie)) {
          buffer.movies[scored] = movie;
          buffer.scores[scored++] = scorer.score(user, movie);
        }
      }
      float threshold = worstOfBest(buffer.scores, scored, k);
      if (place == order.size() || order.bound(place, userLength, user) < threshold) {
        return atLeast(threshold, buffer, scored, k);
      }
      if (goal > largestPart) {
        return bestOfAll(user, allowed, k, buffer.scores);
      }
    }
  }

  private List<ScoredMovie> bestOfAll(UserState user, BitSet allowed, int k, float[] scores) {
    scorer.scoreAll(user, scores);
    return select(scores, allowed, k);
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
