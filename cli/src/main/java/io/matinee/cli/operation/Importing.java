package io.matinee.cli.operation;

import com.google.longrunning.Operation;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Service;
import io.matinee.cli.output.Console;
import io.matinee.cli.progress.MetadataReader;
import io.matinee.cli.progress.OperationFollower;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressDisplay;
import io.matinee.cli.upload.DatasetUpload;
import io.matinee.cli.upload.LocalFiles;
import io.matinee.proto.trainer.v1.CreateDatasetRequest;
import io.matinee.proto.trainer.v1.Dataset;
import io.matinee.proto.trainer.v1.GetDatasetRequest;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import java.util.Optional;

/**
 * Brings ratings into data sets.
 *
 * @param clients of the trainer
 * @param console where progress is shown
 */
public record Importing(Clients clients, Console console) {

  /**
   * Returns a data set.
   *
   * @param name "datasets/{dataset}"
   * @return the data set; empty when there is none
   */
  public Optional<Dataset> find(String name) {
    try {
      GetDatasetRequest request = GetDatasetRequest.newBuilder().setName(name).build();
      return Optional.of(clients.datasets().getDataset(request).getDataset());
    } catch (StatusRuntimeException failure) {
      if (failure.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** Creates a data set unless it is there. */
  public void ensure(String name) {
    if (find(name).isEmpty()) {
      clients
          .datasets()
          .createDataset(
              CreateDatasetRequest.newBuilder()
                  .setDatasetId(name.substring(name.indexOf('/') + 1))
                  .build());
    }
  }

  /** Imports from a URI that the trainer can read, or the bundled sample. */
  public ImportRatingsResponse read(ImportRatingsRequest request) {
    return follow(clients.datasets().importRatings(request));
  }

  /**
   * Sends files and imports them; their data set is created when it is not there.
   *
   * @param template the header of the upload but for the files
   */
  public ImportRatingsResponse upload(UploadDatasetHeader template, LocalFiles files) {
    ensure(template.getDataset());
    return follow(
        new DatasetUpload(clients.connection().channel(Service.TRAINER), console)
            .send(template, files));
  }

  private ImportRatingsResponse follow(Operation operation) {
    try (Progress progress = ProgressDisplay.open(console, "Importing")) {
      return Packed.open(
          new OperationFollower(clients.operations(Service.TRAINER))
              .follow(operation, MetadataReader.IMPORT, progress),
          ImportRatingsResponse.class);
    }
  }
}
