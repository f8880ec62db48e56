package io.matinee.cli.operation;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.output.Console;
import io.matinee.cli.upload.LocalFiles;
import io.matinee.cli.view.DatasetView;
import io.matinee.proto.trainer.v1.CreateSplitRequest;
import io.matinee.proto.trainer.v1.DatasetVersion;
import io.matinee.proto.trainer.v1.DeleteDatasetRequest;
import io.matinee.proto.trainer.v1.GetDatasetVersionRequest;
import io.matinee.proto.trainer.v1.GetSplitRequest;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.Split;
import io.matinee.proto.trainer.v1.SplitRule;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import java.util.UUID;

/**
 * Makes splits of files of held-out ratings, each imported as a data set of its own. That goes with
 * a split that fails.
 *
 * @param clients of the trainer
 * @param console where progress is shown, and what the import did
 */
public record HeldOutFile(Clients clients, Console console) {

  /**
   * Imports a file, as ratings on the scale of those beside which it is held out or as watches like
   * them, as the new data set {@code datasets/{dataset}-{split}}, and makes the split of it.
   *
   * @param files whatever an import takes of this machine
   * @param reading how the file is written; without a scale it is that beside which it is held out
   * @param request what is made, but for the rule
   * @return the split
   * @throws CommandFailure when there is such a split or data set already, or nothing beside which
   *     the file would be held out
   * @throws StatusRuntimeException when the trainer refuses the file or the split
   */
  public Split make(LocalFiles files, ImportOptions reading, CreateSplitRequest request) {
    String name = ResourceNames.split(request.getDataset(), request.getSplitId());
    String own = ResourceNames.heldOut(name);
    ImportOptions options = options(request.getDataset(), reading);
    requireNew(name, own);
    UploadDatasetHeader header =
        UploadDatasetHeader.newBuilder()
            .setDataset(own)
            .setOptions(options)
            .setRequestId(UUID.randomUUID().toString())
            .build();
    ImportRatingsResponse imported = new Importing(clients, console).upload(header, files);
    console.note("Imported " + DatasetView.imported(imported));
    String version = imported.getDatasetVersion().getName();
    return split(request.toBuilder().setRule(SplitRule.newBuilder().setRatingsOf(version)), own);
  }

  private ImportOptions options(String dataset, ImportOptions reading) {
    String newest = NewestVersion.of(clients.datasets(), dataset);
    DatasetVersion version =
        clients
            .datasets()
            .getDatasetVersion(GetDatasetVersionRequest.newBuilder().setName(newest).build())
            .getDatasetVersion();
    ImportOptions.Builder options = reading.toBuilder();
    if (!version.hasScale()) {
      options.setEventKind(version.getEventKind());
    } else if (!reading.hasScale()) {
      options.setScale(version.getScale());
    }
    return options.build();
  }

  private void requireNew(String split, String dataset) {
    if (isThere(split)) {
      throw new CommandFailure(ExitCode.CONFLICT, split + " is there already; give another name");
    }
    if (new Importing(clients, console).find(dataset).isPresent()) {
      throw new CommandFailure(
          ExitCode.CONFLICT,
          "the file would become %s, which is there already; give another name, or take a version of it by --ratings-of"
              .formatted(dataset));
    }
  }

  private boolean isThere(String split) {
    try {
      clients.splits().getSplit(GetSplitRequest.newBuilder().setName(split).build());
      return true;
    } catch (StatusRuntimeException failure) {
      if (failure.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return false;
      }
      throw failure;
    }
  }

  private Split split(CreateSplitRequest.Builder request, String dataset) {
    try {
      return new Splitting(clients, console).make(request.build());
    } catch (StatusRuntimeException failure) {
      delete(dataset, failure);
      throw failure;
    }
  }

  /** Deletes a data set that was made for a split; why that failed is what is told. */
  private void delete(String dataset, StatusRuntimeException failure) {
    try {
      clients.datasets().deleteDataset(DeleteDatasetRequest.newBuilder().setName(dataset).build());
    } catch (StatusRuntimeException leftBehind) {
      failure.addSuppressed(leftBehind);
    }
  }
}
