package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.proto.trainer.v1.DeleteSplitRequest;
import io.matinee.proto.trainer.v1.DeleteSplitResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes a split. */
@Command(
    name = "delete",
    description = "Deletes a split; versions that were trained with it keep what they hold out.")
public final class SplitsDeleteCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;

  @Parameters(index = "0", paramLabel = "DATASET", description = "e.g. movielens")
  String dataset;

  @Parameters(index = "1", paramLabel = "SPLIT", description = "its name")
  String split;

  @Override
  public void run() {
    String name = ResourceNames.split(dataset, split);
    try (Connection connection = connectionOptions.open()) {
      DeleteSplitResponse response =
          new Clients(connection)
              .splits()
              .deleteSplit(DeleteSplitRequest.newBuilder().setName(name).build());
      output.console().result(response, "Deleted " + name);
    }
  }
}
