package io.matinee.metrics.evaluation;

import io.matinee.metrics.protocol.EvaluationRequest;
import java.time.Instant;
import java.util.List;

/**
 * How good a version is, beside others on the same users and rows. Immutable.
 *
 * @param id unique among all evaluations
 * @param request what was evaluated, and how
 * @param contestants the figures of each contestant, the version's own first
 * @param differences how far any two contestants are apart
 * @param createTime when it was made
 * @param counts what it was made of
 */
public record Evaluation(
    String id,
    EvaluationRequest request,
    List<ContestantFigures> contestants,
    List<PairedDifference> differences,
    Instant createTime,
    Counts counts) {
  /** Copies the lists. */
  public Evaluation {
    contestants = List.copyOf(contestants);
    differences = List.copyOf(differences);
  }

  /** Returns the resource name, "evaluations/{id}". */
  public String name() {
    return "evaluations/" + id;
  }

  /**
   * What an evaluation was made of.
   *
   * @param users users with at least one held-out relevant candidate
   * @param ratings held-out ratings, or watches, of movies with one in the training part
   * @param ratingsWithoutCandidate held-out ratings, or watches, of movies without one; not among
   *     {@code ratings}
   */
  public record Counts(long users, long ratings, long ratingsWithoutCandidate) {}
}
