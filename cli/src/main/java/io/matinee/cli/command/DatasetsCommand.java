package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.operation.NewestVersion;
import io.matinee.cli.operation.Pages;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.output.Bars;
import io.matinee.cli.output.Console;
import io.matinee.cli.view.DatasetView;
import io.matinee.cli.view.DescriptionView;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc.DatasetServiceBlockingStub;
import io.matinee.proto.trainer.v1.DescribeDatasetRequest;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;
import io.matinee.proto.trainer.v1.ListDatasetVersionsRequest;
import io.matinee.proto.trainer.v1.ListDatasetVersionsResponse;
import io.matinee.proto.trainer.v1.ListDatasetsRequest;
import io.matinee.proto.trainer.v1.ListDatasetsResponse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists data sets or the versions of one, or describes one. */
@Command(
    name = "datasets",
    description =
        "Lists the data sets, describes one, lists its versions, accepts a suspicious one, exports or deletes one.",
    subcommands = {
      DatasetsAcceptCommand.class,
      DatasetsExportCommand.class,
      DatasetsDeleteCommand.class
    })
public final class DatasetsCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATASET",
      description = "a data set (its newest version), or \"datasets/D/versions/N\"")
  @Nullable String dataset;

  @Option(names = "--versions", description = "list the versions of DATASET, newest first")
  boolean versions;

  @Override
  public void run() {
    Console console = output.console();
    if (versions && dataset == null) {
      throw new CommandFailure(ExitCode.USAGE, "--versions needs a DATASET");
    }
    try (Connection connection = connectionOptions.open()) {
      DatasetServiceBlockingStub datasets = new Clients(connection).datasets();
      if (dataset == null) {
        list(console, datasets);
      } else if (versions) {
        versions(console, datasets, ResourceNames.dataset(dataset));
      } else {
        describe(console, datasets, ResourceNames.dataset(dataset));
      }
    }
  }

  private static void list(Console console, DatasetServiceBlockingStub datasets) {
    var request = ListDatasetsRequest.newBuilder();
    ListDatasetsResponse all =
        Pages.whole(token -> datasets.listDatasets(request.setPageToken(token).build()));
    console.result(all, DatasetView.list(all.getDatasetsList()));
  }

  private static void versions(Console console, DatasetServiceBlockingStub datasets, String name) {
    var request = ListDatasetVersionsRequest.newBuilder().setDataset(name);
    ListDatasetVersionsResponse all =
        Pages.whole(token -> datasets.listDatasetVersions(request.setPageToken(token).build()));
    console.result(
        all,
        all.getDatasetVersionsCount() == 0
            ? DatasetView.noVersions(name)
            : DatasetView.versions(all.getDatasetVersionsList()));
  }

  private static void describe(Console console, DatasetServiceBlockingStub datasets, String name) {
    DescribeDatasetResponse description =
        datasets.describeDataset(
            DescribeDatasetRequest.newBuilder().setName(NewestVersion.of(datasets, name)).build());
    console.result(description, DescriptionView.of(description, Bars.of(System.out.charset())));
  }
}
