package io.matinee.trainer.dataset.split;

/** How far the making of a split is. */
public enum SplitStage {
  /** Waiting for its turn. */
  QUEUED,
  /** Choosing the ratings. */
  CHOOSING,
  /** Publishing the split. */
  PUBLISHING
}
