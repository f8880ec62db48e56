package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.NewestVersion;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.view.DatasetView;
import io.matinee.proto.trainer.v1.AcceptDatasetVersionRequest;
import io.matinee.proto.trainer.v1.AcceptDatasetVersionResponse;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc.DatasetServiceBlockingStub;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accepts what the check of a version found. */
@Command(
    name = "accept",
    description =
        "Accepts a suspicious version: its change is meant, and later imports are compared with it.")
public final class DatasetsAcceptCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;

  @Parameters(
      paramLabel = "DATASET",
      description = "a data set (its newest version), or \"datasets/D/versions/N\"")
  String dataset;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why it is meant")
  String reason;

  @Override
  public void run() {
    try (Connection connection = connectionOptions.open()) {
      DatasetServiceBlockingStub datasets = new Clients(connection).datasets();
      AcceptDatasetVersionResponse accepted =
          datasets.acceptDatasetVersion(
              AcceptDatasetVersionRequest.newBuilder()
                  .setName(NewestVersion.of(datasets, ResourceNames.dataset(dataset)))
                  .setReason(reason)
                  .build());
      output
          .console()
          .result(accepted, DatasetView.versions(List.of(accepted.getDatasetVersion())));
    }
  }
}
