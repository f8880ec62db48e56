package io.matinee.trainer.registry;

import io.matinee.trainer.name.ModelVersionName;

/**
 * An evaluation that is attached to a version.
 *
 * @param version the version
 * @param id the evaluation's id, unique for the version
 * @param content its figures as JSON, in the shape of the contract
 */
public record AttachedEvaluation(ModelVersionName version, String id, String content) {
  /** The most bytes of the content in UTF-8: replies hold all evaluations of a version. */
  public static final int MAXIMUM_BYTES = 64 << 10;
}
