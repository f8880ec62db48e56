package io.matinee.metrics.protocol;

import io.matinee.model.ratings.RatingScale;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.Locale;

/**
 * How an evaluation is made. Two evaluations with equal protocols over the same split compare.
 *
 * @param k the length of the lists, 1 to 1,000
 * @param relevanceThreshold a held-out rating of at least this is relevant; rating units
 * @param includeSeen whether what a user rated in the training part may be recommended
 * @param resamples the bootstrap's resamples of users
 * @param seed the bootstrap's seed
 */
public record EvaluationProtocol(
    int k, float relevanceThreshold, boolean includeSeen, int resamples, long seed) {
  /** The length of the lists when the caller names none. */
  public static final int DEFAULT_K = 10;

  /** The bootstrap's resamples when the caller names none. */
  public static final int DEFAULT_RESAMPLES = 1_000;

  /** Returns the protocol of a call that sets nothing, on a scale. */
  public static EvaluationProtocol standard(RatingScale scale) {
    return new EvaluationProtocol(
        DEFAULT_K, scale.relevanceThreshold(), false, DEFAULT_RESAMPLES, 0);
  }

  /**
   * Returns this protocol when its threshold lies on the scale.
   *
   * @throws MatineeException RATING_OUT_OF_SCALE when it does not: every or no rating would be
   *     relevant
   */
  public EvaluationProtocol on(RatingScale scale) {
    if (relevanceThreshold >= scale.minimum() && relevanceThreshold <= scale.maximum()) {
      return this;
    }
    String problem =
        String.format(
            Locale.ROOT,
            "%s is off the version's scale, %s to %s",
            relevanceThreshold,
            scale.minimum(),
            scale.maximum());
    throw MatineeException.of(Reason.RATING_OUT_OF_SCALE, "relevance_threshold " + problem)
        .onField("relevance_threshold", problem);
  }
}
