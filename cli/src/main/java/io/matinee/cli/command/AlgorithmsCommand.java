package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.Pages;
import io.matinee.cli.output.Console;
import io.matinee.cli.view.AlgorithmView;
import io.matinee.proto.trainer.v1.Algorithm;
import io.matinee.proto.trainer.v1.ListAlgorithmsRequest;
import io.matinee.proto.trainer.v1.ListAlgorithmsResponse;
import io.matinee.proto.trainer.v1.TrainingServiceGrpc.TrainingServiceBlockingStub;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the algorithms. */
@Command(name = "algorithms", description = "Lists the algorithms with their hyper-parameters.")
public final class AlgorithmsCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;

  @Override
  public void run() {
    Console console = output.console();
    try (Connection connection = connectionOptions.open()) {
      TrainingServiceBlockingStub training = new Clients(connection).training();
      List<Algorithm> all =
          Pages.all(
              token ->
                  training.listAlgorithms(
                      ListAlgorithmsRequest.newBuilder().setPageToken(token).build()),
              ListAlgorithmsResponse::getAlgorithmsList,
              ListAlgorithmsResponse::getNextPageToken);
      console.result(
          ListAlgorithmsResponse.newBuilder().addAllAlgorithms(all).build(),
          AlgorithmView.list(all));
    }
  }
}
