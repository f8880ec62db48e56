package io.matinee.metrics.operation;

import io.matinee.metrics.protocol.EvaluationRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The ids of operations and of the evaluations that come of them: UUIDs. */
final class OperationId {
  private OperationId() {}

  /**
   * Returns the id of a request: one that its request id alone decides, so that a repeated call
   * finds it even after a restart; or a random one without a request id.
   */
  static String of(EvaluationRequest request) {
    return request.requestId().isEmpty()
        ? UUID.randomUUID().toString()
        : UUID.nameUUIDFromBytes(request.requestId().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
