package io.matinee.trainer.registry;

import io.matinee.trainer.name.ModelVersionName;

/**
 * What an evaluation says.
 *
 * @param id its id, unique among all evaluations
 * @param subject what was evaluated
 * @param protocolDigest the digest of how that was done
 * @param json all of it, in the shape of the contract
 */
public record EvaluationContent(
    String id, ModelVersionName subject, String protocolDigest, String json) {
  /** The most bytes of the JSON in UTF-8: eight cut-offs, three slices and contestants fit. */
  public static final int MAXIMUM_BYTES = 512 << 10;

  /** Returns whether another one is of the same subject by the same protocol. */
  boolean repeats(EvaluationContent other) {
    return subject.equals(other.subject) && protocolDigest.equals(other.protocolDigest);
  }
}
