package io.matinee.metrics.store;

import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An operation without an evaluation, as it lies in its file.
 *
 * @param id its id
 * @param request what was asked for
 * @param startTime when it was asked for
 * @param failure why it ended; empty while it waits or runs
 */
public record StoredOperation(
    String id, EvaluationRequest request, Instant startTime, Optional<Failure> failure) {
  /** Returns the same operation, ended. */
  public StoredOperation failed(MatineeException failed) {
    return new StoredOperation(
        id,
        request,
        startTime,
        Optional.of(
            new Failure(failed.reason(), String.valueOf(failed.getMessage()), failed.metadata())));
  }

  /**
   * Why an operation ended.
   *
   * @param reason the reason
   * @param message what callers read
   * @param metadata what the error names beside it
   */
  public record Failure(Reason reason, String message, Map<String, String> metadata) {
    /** Returns the failure as it is thrown. */
    public MatineeException exception() {
      MatineeException exception = MatineeException.of(reason, message);
      for (Map.Entry<String, String> entry : metadata.entrySet()) {
        exception = exception.with(entry.getKey(), entry.getValue());
      }
      return exception;
    }
  }
}
