package io.matinee.trainer.registry;

import io.matinee.runtime.operation.Assignment;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationKind;
import io.matinee.runtime.operation.OperationQueue;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.runtime.operation.Submission;
import io.matinee.trainer.store.Json;
import java.util.Optional;
import java.util.UUID;

/** The verifications, as operations: one at a time, beside imports and runs. Thread-safe. */
public final class Verifications {
  private static final OperationKind KIND = new OperationKind("verify", false);

  private final OperationQueue queue;
  private final Verification verification;
  private final VerificationText text;

  /** Makes verifications operations among others. */
  public Verifications(Operations operations, Verification verification, VerificationText text) {
    this.queue = operations.queue(KIND);
    this.verification = verification;
    this.text = text;
  }

  /**
   * Begins to verify a version, or finds what an equal request has begun.
   *
   * @param key the request by which it is known again
   * @throws io.matinee.runtime.error.MatineeException what {@link OperationQueue#begin} throws
   */
  public Operation begin(ModelVersion version, Optional<RequestKey> key) {
    Submission submission =
        new Submission(
            "verify-" + UUID.randomUUID(),
            version.name().toString(),
            key,
            Json.write(VerificationProgress.at(VerificationStage.QUEUED, version)));
    return queue.begin(submission, assignment -> run(version, assignment)).operation();
  }

  private void run(ModelVersion version, Assignment assignment) {
    verification.verify(version, progress -> reach(assignment, progress));
    assignment.succeed(text.of(version.blobs()));
  }

  private static void reach(Assignment assignment, VerificationProgress progress) {
    assignment.requireActive();
    assignment.report(Json.write(progress));
  }
}
