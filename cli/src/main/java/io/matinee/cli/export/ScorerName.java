package io.matinee.cli.export;

import io.matinee.proto.trainer.v1.Task;

/** The scorers of a version, by their names on the command line. */
public enum ScorerName {
  /** The one that ranks. */
  ranking(Task.TASK_RANKING),
  /** The one that predicts ratings. */
  rating(Task.TASK_RATING);

  private final Task contract;

  ScorerName(Task contract) {
    this.contract = contract;
  }

  /** Returns the scorer as the contracts name it. */
  public Task contract() {
    return contract;
  }
}
