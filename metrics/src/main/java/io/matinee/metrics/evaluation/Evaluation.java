package io.matinee.metrics.evaluation;

import io.matinee.metrics.protocol.EvaluationProtocol;
import java.time.Instant;
import java.util.List;

/**
 * The figures of one evaluation of one model version. Immutable.
 *
 * @param id unique among all evaluations
 * @param modelVersion "models/{model}/versions/{number}"
 * @param protocol how it was made
 * @param datasetVersion the data-set version whose hold-out was used
 * @param splitDigest the digest of the split
 * @param figures the figures of the version's own scorers
 * @param baselines the same figures of the baselines
 * @param createTime when it was made
 * @param counts what it was made of
 */
public record Evaluation(
    String id,
    String modelVersion,
    EvaluationProtocol protocol,
    String datasetVersion,
    String splitDigest,
    List<Figure> figures,
    List<AlgorithmFigures> baselines,
    Instant createTime,
    Counts counts) {
  /** Copies the lists. */
  public Evaluation {
    figures = List.copyOf(figures);
    baselines = List.copyOf(baselines);
  }

  /** Returns the resource name, "models/{model}/versions/{number}/evaluations/{id}". */
  public String name() {
    return modelVersion + "/evaluations/" + id;
  }

  /**
   * What an evaluation was made of.
   *
   * @param evaluatedUsers users with at least one held-out relevant candidate
   * @param ratingRows held-out ratings that predictions were compared with
   * @param rowsWithoutCandidate held-out ratings of movies without a training rating
   */
  public record Counts(long evaluatedUsers, long ratingRows, long rowsWithoutCandidate) {}
}
