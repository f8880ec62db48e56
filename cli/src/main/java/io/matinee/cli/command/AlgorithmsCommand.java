package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.Training;
import io.matinee.cli.output.Console;
import io.matinee.cli.view.AlgorithmView;
import io.matinee.proto.trainer.v1.ListAlgorithmsResponse;
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
      ListAlgorithmsResponse all = new Training(new Clients(connection), console).algorithms();
      console.result(all, AlgorithmView.list(all.getAlgorithmsList()));
    }
  }
}
