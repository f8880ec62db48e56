package io.matinee.cli.operation;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Service;
import io.matinee.cli.output.Console;
import io.matinee.cli.progress.MetadataReader;
import io.matinee.cli.progress.OperationFollower;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressDisplay;
import io.matinee.proto.trainer.v1.CreateSplitRequest;
import io.matinee.proto.trainer.v1.CreateSplitResponse;
import io.matinee.proto.trainer.v1.Split;

/**
 * Makes splits.
 *
 * @param clients of the trainer
 * @param console where progress is shown
 */
public record Splitting(Clients clients, Console console) {

  /** Makes a split, and returns it. */
  public Split make(CreateSplitRequest request) {
    try (Progress progress = ProgressDisplay.open(console, "Splitting")) {
      return Packed.open(
              new OperationFollower(clients.operations(Service.TRAINER))
                  .follow(clients.splits().createSplit(request), MetadataReader.SPLIT, progress),
              CreateSplitResponse.class)
          .getSplit();
    }
  }
}
