package io.matinee.cli.operation;

import com.google.longrunning.Operation;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Service;
import io.matinee.cli.output.Console;
import io.matinee.cli.progress.MetadataReader;
import io.matinee.cli.progress.OperationFollower;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressDisplay;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.trainer.v1.Algorithm;
import io.matinee.proto.trainer.v1.ListAlgorithmsRequest;
import io.matinee.proto.trainer.v1.ListAlgorithmsResponse;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.proto.trainer.v1.TrainModelResponse;

/**
 * Trains versions.
 *
 * @param clients of the trainer
 * @param console where progress is shown
 */
public record Training(Clients clients, Console console) {

  /** Returns the algorithms that the trainer has. */
  public ListAlgorithmsResponse algorithms() {
    var request = ListAlgorithmsRequest.newBuilder();
    return Pages.whole(
        token -> clients.training().listAlgorithms(request.setPageToken(token).build()));
  }

  /** Starts a run; says which algorithms are no defaults since the trainer cannot train them. */
  public Operation start(TrainModelRequest request) {
    for (Algorithm algorithm : algorithms().getAlgorithmsList()) {
      if (!algorithm.getUnavailableReason().isEmpty()) {
        console.note(
            "Without %s: %s"
                .formatted(algorithm.getAlgorithmId(), algorithm.getUnavailableReason()));
      }
    }
    return clients.training().trainModel(request);
  }

  /** Waits for a run's end and returns the version that it published. */
  public ModelVersion await(Operation run) {
    try (Progress progress = ProgressDisplay.open(console, "Training")) {
      return Packed.open(
              new OperationFollower(clients.operations(Service.TRAINER))
                  .follow(run, MetadataReader.TRAINING, progress),
              TrainModelResponse.class)
          .getModelVersion();
    }
  }
}
