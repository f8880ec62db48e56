package io.matinee.trainer.execution;

import io.matinee.trainer.worker.ProgressEvent;

/** Hears of a run's progress, one call at a time and in order. */
public interface RunListener {
  /** A stage begins. */
  void stageStarted(ProgressEvent.StageStarted stage);

  /** An epoch has ended. */
  void epochEnded(ProgressEvent.EpochEnded epoch);
}
