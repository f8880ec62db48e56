package io.matinee.trainer.registry;

/**
 * Where a list of evaluations goes on: behind one that was listed, even if it is gone.
 *
 * @param microseconds since when that is kept, since 1970
 * @param id its id
 */
public record EvaluationPosition(long microseconds, String id) {}
