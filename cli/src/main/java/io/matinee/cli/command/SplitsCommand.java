package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.Pages;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.view.SplitView;
import io.matinee.proto.trainer.v1.ListSplitsRequest;
import io.matinee.proto.trainer.v1.ListSplitsResponse;
import io.matinee.proto.trainer.v1.SplitServiceGrpc.SplitServiceBlockingStub;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists splits, makes or deletes one. */
@Command(
    name = "splits",
    description =
        "Lists a data set's splits, makes or deletes one: what is held out of training, whatever version of the data set is trained on.",
    subcommands = {SplitsCreateCommand.class, SplitsDeleteCommand.class})
public final class SplitsCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATASET",
      defaultValue = "movielens",
      description = "the data set (default: ${DEFAULT-VALUE})")
  String dataset;

  @Override
  public void run() {
    try (Connection connection = connectionOptions.open()) {
      SplitServiceBlockingStub splits = new Clients(connection).splits();
      var request = ListSplitsRequest.newBuilder().setDataset(ResourceNames.dataset(dataset));
      ListSplitsResponse all =
          Pages.whole(token -> splits.listSplits(request.setPageToken(token).build()));
      output.console().result(all, SplitView.list(all.getSplitsList()));
    }
  }
}
