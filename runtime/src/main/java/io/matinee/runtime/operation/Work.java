package io.matinee.runtime.operation;

/** The work behind an operation. */
@FunctionalInterface
public interface Work {
  /**
   * Does the work. When this returns, {@link Assignment#succeed} or {@link Assignment#finish} has
   * been called; whatever it throws ends the operation as failed.
   */
  void run(Assignment assignment) throws Exception;

  /** Lets go of what the work holds, since its operation has ended before its turn came. */
  default void abandon() {}
}
