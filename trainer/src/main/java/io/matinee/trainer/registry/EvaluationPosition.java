package io.matinee.trainer.registry;

import io.matinee.trainer.store.Microseconds;

/**
 * Where a list of evaluations goes on: behind one that was listed, even if it is gone.
 *
 * @param microseconds since when that is kept, since 1970
 * @param id its id
 */
public record EvaluationPosition(long microseconds, String id) {
  /** Returns where a list goes on behind an evaluation. */
  public static EvaluationPosition of(EvaluationRecord evaluation) {
    return new EvaluationPosition(
        Microseconds.of(evaluation.attachTime()), evaluation.content().id());
  }
}
