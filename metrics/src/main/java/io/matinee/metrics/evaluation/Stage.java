package io.matinee.metrics.evaluation;

/** How far an evaluation is. */
public enum Stage {
  /** Waiting for its turn. */
  QUEUED,
  /** Fetching and opening the version's blobs. */
  LOADING,
  /** Making lists and predictions, and judging them. */
  SCORING,
  /** Resampling users for the intervals. */
  INTERVALS,
  /** Attaching the result to the version, and storing it. */
  ATTACHING
}
