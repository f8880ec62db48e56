package io.matinee.metrics.evaluation;

import io.matinee.model.metric.rating.MeanAbsoluteError;
import io.matinee.model.metric.rating.RootMeanSquaredError;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.RatingLink;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.UserState;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far predictions of the held-out ratings of candidates are off. Predictions are clipped to the
 * scale.
 *
 * @param squaredErrors [users] the sum of each user's squared errors
 * @param absoluteErrors [users] the sum of each user's absolute errors
 * @param ratings [users] how many ratings of each user were predicted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
record Predictions(double[] squaredErrors, double[] absoluteErrors, double[] ratings) {

  /**
   * Predicts with a scorer, over every core; whom it does not know, as for nobody in particular.
   *
   * @param judged counts the users, and may throw to end the work
   */
  static Predictions of(Scorer scorer, RatingLink link, EvaluationData data, JudgedUsers judged) {
    int users = data.heldOut().userCount();
    Predictions predictions =
        new Predictions(new double[users], new double[users], new double[users]);
    IntStream.range(0, users)
        .parallel()
        .forEach(
            user -> {
              judged.prediction();
              predictions.predict(scorer, link, data, user);
            });
    return predictions;
  }

  /** Returns how many ratings were predicted. */
  long rows() {
    return (long) Arrays.stream(ratings).sum();
  }

  private void predict(Scorer scorer, RatingLink link, EvaluationData data, int user) {
    RatingsMatrix heldOut = data.heldOut();
    int[] positions =
        IntStream.range(heldOut.userStart(user), heldOut.userEnd(user))
            .filter(position -> data.catalogue().isCandidate(heldOut.movieAt(position)))
            .toArray();
    UserState state = scorer.user(user).orElseGet(scorer::nobody);
    float[] predicted = new float[positions.length];
    float[] actual = new float[positions.length];
    for (int row = 0; row < positions.length; row++) {
      float score = scorer.score(state, heldOut.movieAt(positions[row]));
      predicted[row] = link.rating(score);
      actual[row] = heldOut.ratingAt(positions[row]);
    }
    squaredErrors[user] = RootMeanSquaredError.squaredErrors(predicted, actual);
    absoluteErrors[user] = MeanAbsoluteError.absoluteErrors(predicted, actual);
    ratings[user] = positions.length;
  }
}
