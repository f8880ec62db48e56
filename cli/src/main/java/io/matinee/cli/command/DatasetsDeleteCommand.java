package io.matinee.cli.command;

import com.google.protobuf.Message;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc.DatasetServiceBlockingStub;
import io.matinee.proto.trainer.v1.DeleteDatasetRequest;
import io.matinee.proto.trainer.v1.DeleteDatasetVersionRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes a data set or a version of one. */
@Command(
    name = "delete",
    description =
        "Deletes a data set, or a version of one, unless a model, a split or an operation needs it.")
public final class DatasetsDeleteCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;

  @Parameters(
      paramLabel = "DATASET",
      description = "a data set with all its versions, or \"datasets/D/versions/N\"")
  String dataset;

  @Option(
      names = "--force",
      description = "delete the splits and live ratings of the data set as well")
  boolean force;

  @Override
  public void run() {
    String name = ResourceNames.dataset(dataset);
    try (Connection connection = connectionOptions.open()) {
      output.console().result(deleted(new Clients(connection).datasets(), name), "Deleted " + name);
    }
  }

  private Message deleted(DatasetServiceBlockingStub datasets, String name) {
    return name.contains("/versions/")
        ? datasets.deleteDatasetVersion(
            DeleteDatasetVersionRequest.newBuilder().setName(name).build())
        : datasets.deleteDataset(
            DeleteDatasetRequest.newBuilder().setName(name).setForce(force).build());
  }
}
