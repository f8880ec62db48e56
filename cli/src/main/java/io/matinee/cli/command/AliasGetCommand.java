package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.view.AliasView;
import io.matinee.proto.trainer.v1.GetAliasRequest;
import io.matinee.proto.trainer.v1.GetAliasResponse;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows an alias. */
@Command(name = "get", description = "Shows an alias with its etag.")
public final class AliasGetCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;
  @Mixin ModelOption model;

  @Parameters(paramLabel = "ALIAS", description = "e.g. production")
  String alias;

  @Override
  public void run() {
    try (Connection connection = connectionOptions.open()) {
      GetAliasRequest request =
          GetAliasRequest.newBuilder().setName(ResourceNames.alias(model.name(), alias)).build();
      GetAliasResponse response = new Clients(connection).registry().getAlias(request);
      output.console().result(response, AliasView.list(List.of(response.getAlias())));
    }
  }
}
