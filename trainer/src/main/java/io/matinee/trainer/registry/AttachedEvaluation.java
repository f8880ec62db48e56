package io.matinee.trainer.registry;

import io.matinee.trainer.name.ModelVersionName;

/**
 * An evaluation that is attached to a version.
 *
 * @param version the version
 * @param id the evaluation's id, unique for the version
 * @param content its figures as JSON, in the shape of the contract
 */
public record AttachedEvaluation(ModelVersionName version, String id, String content) {}
