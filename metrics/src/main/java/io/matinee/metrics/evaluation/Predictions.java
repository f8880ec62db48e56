package io.matinee.metrics.evaluation;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.UserState;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Predictions of the held-out ratings of candidates.
 *
 * @param predicted [users][rows of the user] predictions, clipped to the scale
 * @param actual [users][rows of the user] the ratings
 */
public record Predictions(float[][] predicted, float[][] actual) {
  /** Predicts with a scorer, over every core. */
  public static Predictions of(FactorScorer scorer, EvaluationData data) {
    int users = data.heldOut().userCount();
    float[][] predicted = new float[users][];
    float[][] actual = new float[users][];
    IntStream.range(0, users)
        .parallel()
        .forEach(user -> predict(scorer, data, user, predicted, actual));
    return new Predictions(predicted, actual);
  }

  /** Returns how many ratings were predicted. */
  public long rows() {
    return Arrays.stream(actual).mapToLong(ratings -> ratings.length).sum();
  }

  private static void predict(
      FactorScorer scorer, EvaluationData data, int user, float[][] predicted, float[][] actual) {
    RatingsMatrix heldOut = data.heldOut();
    int[] positions =
        IntStream.range(heldOut.userStart(user), heldOut.userEnd(user))
            .filter(position -> data.catalogue().isCandidate(heldOut.movieAt(position)))
            .toArray();
    UserState state = scorer.user(user);
    predicted[user] = new float[positions.length];
    actual[user] = new float[positions.length];
    for (int row = 0; row < positions.length; row++) {
      float score = scorer.score(state, heldOut.movieAt(positions[row]));
      predicted[user][row] = scorer.rating(score);
      actual[user][row] = heldOut.ratingAt(positions[row]);
    }
  }
}
