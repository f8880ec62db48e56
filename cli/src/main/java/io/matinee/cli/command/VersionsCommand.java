package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.Pages;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.operation.Verifying;
import io.matinee.cli.output.Console;
import io.matinee.cli.view.VersionView;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.ListEvaluationsRequest;
import io.matinee.proto.trainer.v1.ListModelVersionsRequest;
import io.matinee.proto.trainer.v1.ListModelVersionsResponse;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import io.matinee.proto.trainer.v1.VerifyModelVersionRequest;
import io.matinee.proto.trainer.v1.VerifyModelVersionResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists versions, describes, verifies, exports or deletes one. */
@Command(
    name = "versions",
    description =
        "Lists a model's versions, newest first; describes one, with its newest 10 evaluations, verifies, downloads, exports or deletes it; imports one.",
    subcommands = {
      VersionsDeleteCommand.class,
      VersionsDownloadCommand.class,
      VersionsExportCommand.class,
      VersionsImportCommand.class
    })
public final class VersionsCommand implements Runnable {
  private static final int EVALUATIONS = 10;

  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;
  @Mixin ModelOption model;

  @Parameters(
      arity = "0..1",
      paramLabel = "VERSION",
      description = "a number, or \"models/M/versions/N\"")
  @Nullable String version;

  @Option(names = "--verify", description = "read all blobs of VERSION again and compare digests")
  boolean verify;

  @Override
  public void run() {
    Console console = output.console();
    try (Connection connection = connectionOptions.open()) {
      Clients clients = new Clients(connection);
      ModelRegistryServiceBlockingStub registry = clients.registry();
      if (version == null) {
        list(console, registry);
      } else if (verify) {
        verify(console, clients, ResourceNames.version(model.name(), version));
      } else {
        describe(console, registry, ResourceNames.version(model.name(), version));
      }
    }
  }

  private void list(Console console, ModelRegistryServiceBlockingStub registry) {
    var request = ListModelVersionsRequest.newBuilder().setModel(model.name());
    ListModelVersionsResponse all =
        Pages.whole(token -> registry.listModelVersions(request.setPageToken(token).build()));
    console.result(all, VersionView.list(all.getModelVersionsList()));
  }

  private static void describe(
      Console console, ModelRegistryServiceBlockingStub registry, String name) {
    ModelVersion found =
        registry
            .getModelVersion(GetModelVersionRequest.newBuilder().setName(name).build())
            .getModelVersion();
    ListEvaluationsRequest evaluations =
        ListEvaluationsRequest.newBuilder().setModelVersion(name).setPageSize(EVALUATIONS).build();
    console.result(
        found,
        VersionView.describe(found, registry.listEvaluations(evaluations).getEvaluationsList()));
  }

  private static void verify(Console console, Clients clients, String name) {
    VerifyModelVersionResponse verified =
        new Verifying(clients, console)
            .verify(
                VerifyModelVersionRequest.newBuilder()
                    .setName(name)
                    .setRequestId(UUID.randomUUID().toString())
                    .build());
    console.result(
        verified,
        "%s: all %d blobs are as they were published".formatted(name, verified.getBlobsCount()));
  }
}
