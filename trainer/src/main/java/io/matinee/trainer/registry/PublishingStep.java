package io.matinee.trainer.registry;

/** The steps of publishing, in order. */
public enum PublishingStep {
  /** The snapshot in staging is as its manifest says. */
  VERIFIED,
  /** A blob has been moved into the store; reported for each. */
  BLOB_MOVED,
  /** The version is in the open transaction. */
  WRITTEN,
  /** The transaction is on the disk: the version is visible. */
  COMMITTED
}
