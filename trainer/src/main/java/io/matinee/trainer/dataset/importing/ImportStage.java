package io.matinee.trainer.dataset.importing;

/** How far an import is. */
public enum ImportStage {
  /** Waiting for its turn. */
  QUEUED,
  /** Reading the ratings. */
  READING,
  /** Leaving out what is repeated, and writing the catalogue. */
  WRITING,
  /** Publishing the version. */
  PUBLISHING
}
