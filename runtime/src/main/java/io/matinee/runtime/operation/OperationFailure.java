package io.matinee.runtime.operation;

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
public record OperationFailure(Reason reason, String message, Map<String, String> details) {
  /** Copies the details. */
  public OperationFailure {
    details = Map.copyOf(details);
  }

  /** Returns a failure without details. */
  public static OperationFailure of(Reason reason, String message) {
    return new OperationFailure(reason, message, Map.of());
  }

  /** Returns the failure that an exception stands for. */
  public static OperationFailure of(MatineeException exception) {
    return new OperationFailure(
        exception.reason(), String.valueOf(exception.getMessage()), exception.metadata());
  }

  /** Returns the exception that stands for this failure. */
  public MatineeException toException() {
    MatineeException exception = MatineeException.of(reason, message);
    for (Map.Entry<String, String> detail : details.entrySet()) {
      exception = exception.with(detail.getKey(), detail.getValue());
    }
    return exception;
  }
}
