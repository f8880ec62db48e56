package io.matinee.metrics.operation;

import io.matinee.runtime.operation.RequestKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** The ids of evaluations and of the operations that make them: UUIDs. */
final class EvaluationId {
  private EvaluationId() {}

  /**
   * Returns the id of an evaluation: one that the version and the request id decide, so that what
   * is made again takes the place of what it repeats; or a random one without a request id.
   */
  static String of(String version, Optional<RequestKey> key) {
    return key.map(request -> version + "\n" + request.id())
        .map(text -> UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(UUID::randomUUID)
        .toString();
  }
}
