package io.matinee.trainer.api;

import com.google.longrunning.Operation;
import io.matinee.proto.trainer.v1.GetDatasetRequest;
import io.matinee.proto.trainer.v1.GetDatasetVersionRequest;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.store.TrainerHome;
import jakarta.inject.Inject;
import java.nio.file.Path;

/** A trainer to import into, and what it keeps of that. */
abstract class RunningImports extends RunningTrainer {
  static final String ROWS =
      "userId,movieId,rating,timestamp\n1,10,4.0,100\n1,20,2.0,200\n2,10,5.0,300\n";

  @Inject TrainerHome home;

  @Inject Datasets stored;

  /** Begins to import a file; no request id where it is "". */
  Operation importFile(String dataset, Path file, String requestId, ImportOptions options) {
    return datasets()
        .importRatings(
            ImportRatingsRequest.newBuilder()
                .setDataset(dataset)
                .setUri(file.toUri().toString())
                .setOptions(options)
                .setRequestId(requestId)
                .build());
  }

  /** Where the trainer keeps a blob of a version. */
  Path blob(String version, String name) {
    DatasetBlob blob = stored.version(DatasetVersionName.parse(version)).manifest().blob(name);
    return home.blobs().resolve(blob.sha256());
  }

  static GetDatasetRequest get(String name) {
    return GetDatasetRequest.newBuilder().setName(name).build();
  }

  static GetDatasetVersionRequest getVersion(String name) {
    return GetDatasetVersionRequest.newBuilder().setName(name).build();
  }
}
