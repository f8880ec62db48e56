package io.matinee.metrics.evaluation;

import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.model.ratings.RatingScale;
import java.time.Instant;
import java.util.List;

/** Made-up requests and evaluations of tests. */
public final class Evaluations {
  /** The version of the made-up evaluations. */
  public static final String VERSION = "models/movies/versions/1";

  private Evaluations() {}

  /** Returns a request with the standard protocol. */
  public static EvaluationRequest request() {
    return new EvaluationRequest(
        VERSION, EvaluationProtocol.standard(RatingScale.MOVIELENS_HALF_STARS));
  }

  /** Returns an evaluation of one figure, made at a second of the epoch. */
  public static Evaluation evaluation(String id, long second) {
    return new Evaluation(
        id,
        VERSION,
        request().protocol(),
        "datasets/movielens/versions/1",
        "digest",
        List.of(new Figure("ndcg", 0.25, new Interval(0.2, 0.3), 4, 10)),
        List.of(
            new AlgorithmFigures(
                "popular", List.of(new Figure("catalogue_coverage", 0.125, null, 10, 10)))),
        Instant.ofEpochSecond(second),
        new Evaluation.Counts(4, 20, 1));
  }
}
