package io.matinee.metrics.operation;

import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.runtime.operation.RequestKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** The ids of evaluations and of the operations that make them: UUIDs. */
final class EvaluationId {
  private EvaluationId() {}

  /**
   * Returns the id of an evaluation: one that version, protocol and request id decide, so that what
   * is made again is known, and nothing else is taken for it; or a random one without a request id.
   */
  static String of(EvaluationRequest request, Optional<RequestKey> key) {
    return key.map(
            repeated ->
                String.join("\n", request.modelVersion(), request.protocolDigest(), repeated.id()))
        .map(text -> UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(UUID::randomUUID)
        .toString();
  }
}
