package io.matinee.trainer.training;

/** How far a run is. */
public enum TrainingStage {
  /** Waiting for its turn. */
  QUEUED,
  /** Reading the data. */
  PREPARING,
  /** Training. */
  TRAINING,
  /** Writing the snapshot. */
  EXPORTING,
  /** Verifying and publishing the version. */
  PUBLISHING
}
