package io.matinee.cli.operation;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Service;
import io.matinee.cli.output.Console;
import io.matinee.cli.progress.MetadataReader;
import io.matinee.cli.progress.OperationFollower;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressDisplay;
import io.matinee.proto.trainer.v1.VerifyModelVersionRequest;
import io.matinee.proto.trainer.v1.VerifyModelVersionResponse;

/**
 * Verifies versions.
 *
 * @param clients of the trainer
 * @param console where progress is shown
 */
public record Verifying(Clients clients, Console console) {

  /** Has all blobs of a version read again, and waits for the end. */
  public VerifyModelVersionResponse verify(VerifyModelVersionRequest request) {
    try (Progress progress = ProgressDisplay.open(console, "Verifying")) {
      return Packed.open(
          new OperationFollower(clients.operations(Service.TRAINER))
              .follow(
                  clients.registry().verifyModelVersion(request),
                  MetadataReader.VERIFICATION,
                  progress),
          VerifyModelVersionResponse.class);
    }
  }
}
