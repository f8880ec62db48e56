package io.matinee.trainer.operation;

/** How far an operation is. */
public enum OperationState {
  /** Waiting or at work. */
  ACTIVE,
  /** Ended with a result. */
  SUCCEEDED,
  /** Ended with an error; a cancelled one too. */
  FAILED
}
