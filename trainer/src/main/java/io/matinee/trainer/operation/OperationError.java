package io.matinee.trainer.operation;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.Map;

/**
 * Why an operation failed.
 *
 * @param reason the reason
 * @param message what happened, and the fix where there is one
 * @param details named values, for programs
 */
public record OperationError(Reason reason, String message, Map<String, String> details) {

  /** Copies the details. */
  public OperationError {
    details = Map.copyOf(details);
  }

  /** An error without details. */
  public static OperationError of(Reason reason, String message) {
    return new OperationError(reason, message, Map.of());
  }

  /** The error that an exception stands for. */
  public static OperationError of(MatineeException failure) {
    return new OperationError(
        failure.reason(), String.valueOf(failure.getMessage()), failure.metadata());
  }

  /** The exception that stands for this error. */
  public MatineeException toException() {
    MatineeException exception = MatineeException.of(reason, message);
    for (Map.Entry<String, String> detail : details.entrySet()) {
      exception = exception.with(detail.getKey(), detail.getValue());
    }
    return exception;
  }
}
