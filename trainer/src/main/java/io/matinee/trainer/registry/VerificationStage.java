package io.matinee.trainer.registry;

/** The stages of a verification, in order. */
public enum VerificationStage {
  /** It waits for its turn. */
  QUEUED,
  /** It reads the blobs. */
  READING
}
