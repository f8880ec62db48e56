package io.matinee.cli.operation;

import com.google.longrunning.Operation;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.output.Console;
import io.matinee.cli.progress.MetadataReader;
import io.matinee.cli.progress.OperationFollower;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressDisplay;
import io.matinee.cli.upload.DatasetUpload;
import io.matinee.cli.upload.LocalFiles;
import io.matinee.proto.trainer.v1.CreateDatasetRequest;
import io.matinee.proto.trainer.v1.Dataset;
import io.matinee.proto.trainer.v1.DeleteDatasetRequest;
import io.matinee.proto.trainer.v1.GetDatasetRequest;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings ratings into data sets, which are created where they are not there. One that was created
 * for an import that fails goes with it.
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

  /**
   * Creates a data set unless it is there.
   *
   * @return whether it was not
   */
  public boolean ensure(String name) {
    boolean absent = find(name).isEmpty();
    if (absent) {
      clients
          .datasets()
          .createDataset(
              CreateDatasetRequest.newBuilder()
                  .setDatasetId(name.substring(name.indexOf('/') + 1))
                  .build());
    }
    return absent;
  }

  /** Imports from a URI that the trainer can read, the bundled sample or a version. */
  public ImportRatingsResponse read(ImportRatingsRequest request) {
    return into(request.getDataset(), () -> clients.datasets().importRatings(request));
  }

  /**
   * Sends files and imports them.
   *
   * @param template the header of the upload but for the files
   */
  public ImportRatingsResponse upload(UploadDatasetHeader template, LocalFiles files) {
    DatasetUpload upload =
        new DatasetUpload(clients.connection().channel(Service.TRAINER), console);
    return into(template.getDataset(), () -> upload.send(template, files));
  }

  private ImportRatingsResponse into(String dataset, Supplier<Operation> importing) {
    boolean created = ensure(dataset);
    try {
      return follow(importing.get());
    } catch (StatusRuntimeException | CommandFailure failure) {
      if (created) {
        deleteEmpty(dataset, failure);
      }
      throw failure;
    }
  }

  /** Deletes a data set unless somebody else has imported into it; the failure is what is told. */
  private void deleteEmpty(String name, RuntimeException failure) {
    try {
      if (find(name).filter(dataset -> dataset.getLatestVersion().isEmpty()).isPresent()) {
        clients.datasets().deleteDataset(DeleteDatasetRequest.newBuilder().setName(name).build());
      }
    } catch (StatusRuntimeException leftForAnotherTry) {
      failure.addSuppressed(leftForAnotherTry);
    }
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
