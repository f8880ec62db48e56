package io.matinee.similarity.recall;

import io.matinee.similarity.vectors.SimilarMovie;
import java.util.List;

/**
 * The share of the exact answer that a search finds, ties counted: a hit is a movie at least as
 * similar as the last one of the exact list. With many equal vectors any of them is as right.
 *
 * <p>Cosines are compared with a tolerance of 1e-6: the Vector API may add lanes in another order
 * once a loop is compiled, so that equal cosines differ in their last bits.
 */
public final class Recall {
  private static final float TOLERANCE = 1e-6f;

  private long hits;
  private long wanted;

  /**
   * Counts one query.
   *
   * @param exact the exact list, best first
   * @param found the list to judge
   */
  public void add(List<SimilarMovie> exact, List<SimilarMovie> found) {
    if (exact.isEmpty()) {
      return;
    }
    float last = exact.getLast().score() - TOLERANCE;
    hits += found.stream().limit(exact.size()).filter(movie -> movie.score() >= last).count();
    wanted += exact.size();
  }

  /** Returns the share over all queries so far, 0 to 1; 1 when nothing was to be found. */
  public double share() {
    return wanted == 0 ? 1 : (double) hits / wanted;
  }
}
