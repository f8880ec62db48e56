package io.matinee.cli.operation;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.view.DatasetView;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc.DatasetServiceBlockingStub;
import io.matinee.proto.trainer.v1.GetDatasetRequest;

/** Finds the newest version of a data set. */
public final class NewestVersion {
  private NewestVersion() {}

  /**
   * Returns the version that a name means: of a data set's name its newest one.
   *
   * @param datasets the trainer's data sets
   * @param name "datasets/{dataset}", or a version of one, which stays
   * @throws CommandFailure when the data set has no version
   */
  public static String of(DatasetServiceBlockingStub datasets, String name) {
    if (name.contains("/versions/")) {
      return name;
    }
    String latest =
        datasets
            .getDataset(GetDatasetRequest.newBuilder().setName(name).build())
            .getDataset()
            .getLatestVersion();
    if (latest.isEmpty()) {
      throw new CommandFailure(ExitCode.CONFLICT, DatasetView.noVersions(name));
    }
    return latest;
  }
}
