package io.matinee.runtime.operation;

import io.matinee.runtime.error.MatineeException;
import java.util.function.Supplier;

/** An operation as its work sees it. Thread-safe. */
public interface Assignment {
  /** Returns the operation's id. */
  String id();

  /** Takes news of the work. */
  void report(String progress);

  /** Sets what stops the work when the operation is cancelled or lost; at once if it has been. */
  void onStop(Runnable stop);

  /**
   * Returns, as long as there is a use for the work.
   *
   * @throws MatineeException CANCELLED when the operation has ended without it
   */
  void requireActive();

  /**
   * Decides that the operation ends well: from here on it is not cancelled any more. What is
   * returned must be saved by the caller, in the transaction that makes the result visible; the
   * operation ends once the work has returned.
   *
   * @param result what the work made, in the form of its kind
   * @throws MatineeException CANCELLED when the operation has ended before
   */
  Operation finish(String result);

  /**
   * Decides that the operation ends well, and saves it.
   *
   * @param result what the work made, in the form of its kind
   * @throws MatineeException CANCELLED when the operation has ended before
   */
  default void succeed(String result) {
    succeed(() -> result);
  }

  /**
   * Decides that the operation ends well, makes its result visible, and saves the end: what is just
   * being published is not cancelled any more. It fails with what {@code publishing} throws.
   *
   * @param publishing makes visible what the work made, and returns it in the form of its kind
   * @throws MatineeException CANCELLED when the operation has ended before
   */
  void succeed(Supplier<String> publishing);
}
