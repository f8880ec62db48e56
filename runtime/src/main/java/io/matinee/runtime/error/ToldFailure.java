package io.matinee.runtime.error;

import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.StatusRuntimeException;
import io.matinee.runtime.time.Times;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What another of the services told of a failed call, to be told on: {@link ErrorStatus} back. */
public final class ToldFailure {
  private ToldFailure() {}

  /**
   * Returns the failure of a call with the reason, metadata, wrong fields and retry delay that it
   * came with, without the call as cause: its status would travel instead.
   *
   * @param message is shown to the caller
   * @return empty when the call carries no reason of the catalogue, e.g. since nobody answered it
   */
  public static Optional<MatineeException> of(StatusRuntimeException call, String message) {
    return ErrorStatus.reason(call).map(reason -> told(MatineeException.of(reason, message), call));
  }

  private static MatineeException told(MatineeException bare, StatusRuntimeException call) {
    MatineeException failure = bare.onFields(fields(call));
    for (Map.Entry<String, String> each : metadata(call).entrySet()) {
      failure = failure.with(each.getKey(), each.getValue());
    }
    Optional<Duration> delay =
        ErrorStatus.retryInfo(call).map(retry -> Times.duration(retry.getRetryDelay()));
    return delay.isPresent() ? failure.retryAfter(delay.get()) : failure;
  }

  private static Map<String, String> metadata(StatusRuntimeException call) {
    return ErrorStatus.info(call).map(ErrorInfo::getMetadataMap).orElse(Map.of());
  }

  private static List<FieldProblem> fields(StatusRuntimeException call) {
    return ErrorStatus.badRequest(call)
        .map(BadRequest::getFieldViolationsList)
        .orElse(List.of())
        .stream()
        .map(violation -> new FieldProblem(violation.getField(), violation.getDescription()))
        .toList();
  }
}
