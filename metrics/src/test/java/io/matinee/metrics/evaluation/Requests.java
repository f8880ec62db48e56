package io.matinee.metrics.evaluation;

import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.metrics.protocol.HeldOutPart;
import io.matinee.model.ratings.RatingScale;

/** Made-up requests of tests. */
public final class Requests {
  /** The version that they are about. */
  public static final String VERSION = "models/movies/versions/1";

  private Requests() {}

  /** Returns a request with the standard protocol. */
  public static EvaluationRequest request() {
    return request(EvaluationProtocol.standard(RatingScale.MOVIELENS_HALF_STARS));
  }

  /** Returns a request with another protocol. */
  public static EvaluationRequest request(EvaluationProtocol protocol) {
    return new EvaluationRequest(
        VERSION,
        protocol,
        new HeldOutPart(
            "datasets/movielens/versions/1", "digest", "datasets/movielens/versions/1"));
  }
}
