package io.matinee.trainer.registry;

import java.time.Instant;

/**
 * An evaluation as it is kept.
 *
 * @param content what it says
 * @param attachTime since when it is kept
 */
public record EvaluationRecord(EvaluationContent content, Instant attachTime) {}
