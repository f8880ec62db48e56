package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.Pages;
import io.matinee.cli.view.AliasView;
import io.matinee.proto.trainer.v1.ListAliasesRequest;
import io.matinee.proto.trainer.v1.ListAliasesResponse;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists aliases. */
@Command(name = "list", description = "Lists a model's aliases.")
public final class AliasListCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;
  @Mixin ModelOption model;

  @Override
  public void run() {
    try (Connection connection = connectionOptions.open()) {
      ModelRegistryServiceBlockingStub registry = new Clients(connection).registry();
      var request = ListAliasesRequest.newBuilder().setModel(model.name());
      ListAliasesResponse all =
          Pages.whole(token -> registry.listAliases(request.setPageToken(token).build()));
      output.console().result(all, AliasView.list(all.getAliasesList()));
    }
  }
}
