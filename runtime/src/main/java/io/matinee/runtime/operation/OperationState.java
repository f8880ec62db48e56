package io.matinee.runtime.operation;

/** How far an operation is. */
public enum OperationState {
  /** Waiting or at work. */
  ACTIVE,
  /** Ended with a result. */
  SUCCEEDED,
  /** Ended with a failure; a cancelled one too. */
  FAILED
}
