package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.proto.trainer.v1.DeleteModelVersionRequest;
import io.matinee.proto.trainer.v1.DeleteModelVersionResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes a version of a model. */
@Command(
    name = "delete",
    description =
        "Deletes a version with its evaluations, unless an alias points at it or an operation needs it.")
public final class VersionsDeleteCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;
  @Mixin ModelOption model;

  @Parameters(paramLabel = "VERSION", description = "a number, or \"models/M/versions/N\"")
  String version;

  @Override
  public void run() {
    String name = ResourceNames.version(model.name(), version);
    try (Connection connection = connectionOptions.open()) {
      DeleteModelVersionResponse response =
          new Clients(connection)
              .registry()
              .deleteModelVersion(DeleteModelVersionRequest.newBuilder().setName(name).build());
      output.console().result(response, "Deleted " + name);
    }
  }
}
