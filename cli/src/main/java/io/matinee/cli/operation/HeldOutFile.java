package io.matinee.cli.operation;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.output.Console;
import io.matinee.cli.upload.LocalFiles;
import io.matinee.proto.model.v1.RatingScale;
import io.matinee.proto.trainer.v1.GetDatasetRequest;
import io.matinee.proto.trainer.v1.GetDatasetVersionRequest;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings files of held-out ratings in, each as a data set of its own.
 *
 * @param clients of the trainer
 * @param console where progress is shown
 */
public record HeldOutFile(Clients clients, Console console) {

  /**
   * Imports a file, on the scale of the ratings beside which it is held out, as a version of {@code
   * datasets/{dataset}-{split}}.
   *
   * @param file whatever an import takes of this machine
   * @param dataset "datasets/{dataset}", or a version of one
   * @param split the id of the split that it is for
   * @return the name of the new version
   */
  public String imported(String file, String dataset, String split) {
    UploadDatasetHeader header =
        UploadDatasetHeader.newBuilder()
            .setDataset("datasets/%s-%s".formatted(dataset.split("/", -1)[1], split))
            .setOptions(ImportOptions.newBuilder().setScale(scale(dataset)))
            .setRequestId(UUID.randomUUID().toString())
            .build();
    LocalFiles files = LocalFiles.at(Path.of(file), Optional.empty());
    return new Importing(clients, console).upload(header, files).getDatasetVersion().getName();
  }

  private RatingScale scale(String dataset) {
    String version =
        dataset.contains("/versions/")
            ? dataset
            : clients
                .datasets()
                .getDataset(GetDatasetRequest.newBuilder().setName(dataset).build())
                .getDataset()
                .getLatestVersion();
    return clients
        .datasets()
        .getDatasetVersion(GetDatasetVersionRequest.newBuilder().setName(version).build())
        .getDatasetVersion()
        .getScale();
  }
}
