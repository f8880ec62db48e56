package io.matinee.trainer.registry;

/** The steps of publishing, in order. */
public enum PublishingStep {
  /** A blob of the manifest is in the store; reported for each. */
  BLOB_PUT,
  /** The version is in the open transaction. */
  WRITTEN,
  /** The transaction is on the disk: the version is visible. */
  COMMITTED
}
