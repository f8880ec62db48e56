package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.proto.trainer.v1.DeleteSplitRequest;
import io.matinee.proto.trainer.v1.DeleteSplitResponse;
import io.matinee.proto.trainer.v1.GetSplitRequest;
import io.matinee.proto.trainer.v1.Split;
import io.matinee.proto.trainer.v1.SplitServiceGrpc.SplitServiceBlockingStub;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes a split. */
@Command(
    name = "delete",
    description = {
      "Deletes a split; versions that were trained with it keep what they hold out.",
      "The data set DATASET-SPLIT that --held-out made for it stays."
    })
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
      SplitServiceBlockingStub splits = new Clients(connection).splits();
      Split deleted =
          splits.getSplit(GetSplitRequest.newBuilder().setName(name).build()).getSplit();
      DeleteSplitResponse response =
          splits.deleteSplit(DeleteSplitRequest.newBuilder().setName(name).build());
      output.console().result(response, "Deleted " + name + staying(deleted));
    }
  }

  /** The data set that was made for a split, if one was. */
  private static String staying(Split split) {
    String own = ResourceNames.heldOut(split.getName());
    return split.getRule().getRatingsOf().startsWith(own + "/")
        ? "; %s stays: ./matinee datasets delete %s"
            .formatted(own, own.substring(own.indexOf('/') + 1))
        : "";
  }
}
