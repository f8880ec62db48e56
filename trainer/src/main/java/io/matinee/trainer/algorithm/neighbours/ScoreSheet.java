package io.matinee.trainer.algorithm.neighbours;

import io.matinee.model.metric.ranking.NormalisedDiscountedCumulativeGain;
import io.matinee.model.scoring.ranking.TopK;
import java.util.Arrays;
import java.util.List;

/**
 * The scores of a sample of users, filled movie by movie. Threads may fill different movies at
 * once.
 */
final class ScoreSheet {

  private static final int CUT_OFF = 10;

  private final List<WithheldLikes> users;
  private final float[][] scores;

  ScoreSheet(List<WithheldLikes> users, int movieCount) {
    this.users = users;
    this.scores = new float[users.size()][movieCount];
  }

  /** Returns the bytes that such a sheet takes at most. */
  static long bytes(long movieCount) {
    return WithheldLikes.USERS * movieCount * Float.BYTES;
  }

  /**
   * Scores one movie for every user; a movie without a weight stands below all that have one.
   *
   * @param weights [movies], those into the movie
   */
  void score(int movie, float[] weights) {
    boolean reached = false;
    for (float weight : weights) {
      reached |= weight != 0;
    }
    for (int user = 0; user < scores.length; user++) {
      scores[user][movie] =
          reached ? score(users.get(user).input(), weights) : Float.NEGATIVE_INFINITY;
    }
  }

  private static float score(int[] input, float[] weights) {
    double score = 0;
    for (int source : input) {
      score += weights[source];
    }
    return (float) score;
  }

  /** Returns the mean NDCG@10 of the lists of all movies but a user's input; NaN without users. */
  double normalisedGain() {
    double sum = 0;
    for (int user = 0; user < scores.length; user++) {
      WithheldLikes likes = users.get(user);
      int[] list =
          TopK.select(
              scores[user], CUT_OFF, movie -> Arrays.binarySearch(likes.input(), movie) < 0);
      sum += NormalisedDiscountedCumulativeGain.of(list, likes.withheld(), CUT_OFF);
    }
    return sum / scores.length;
  }
}
