package io.matinee.trainer.dataset.importing;

import io.matinee.runtime.operation.Assignment;
import io.matinee.trainer.dataset.check.DataCheck;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetManifest;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.dataset.version.ManifestDigest;
import io.matinee.trainer.operation.OperationTable;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.StoredBlob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Publishes what imports have made as versions.
 *
 * @param database where a version and the end of its operation are kept, by one transaction
 * @param blobs where the files go
 * @param datasets the data sets
 * @param text how the result is kept
 */
record ImportPublication(Database database, BlobStore blobs, Datasets datasets, ImportText text) {
  private static final int REJECTED_ROWS = 20;

  /** Publishes an import, and ends its operation. */
  void publish(Assignment assignment, ImportRequest request, StagedImport staged, DataCheck check)
      throws IOException {
    List<RejectedRow> rejected = RejectLog.read(staged.rejects(), REJECTED_ROWS);
    DatasetManifest manifest = manifest(request, staged, check, put(staged));
    String digest = ManifestDigest.of(manifest);
    database.write(
        handle -> {
          DatasetVersion added = datasets.addVersion(handle, request.dataset(), digest, manifest);
          return OperationTable.save(handle, assignment.finish(text.of(added, rejected)));
        });
  }

  private List<DatasetBlob> put(StagedImport staged) throws IOException {
    StoredBlob ratings =
        staged.ratingsSha256().isPresent()
            ? blobs.put(staged.ratings(), staged.ratingsSha256().get())
            : blobs.put(staged.ratings());
    return List.of(
        new DatasetBlob(DatasetBlob.RATINGS, ratings.sha256(), ratings.size()),
        put(DatasetBlob.CATALOGUE, staged.catalogue()),
        put(DatasetBlob.USERS, staged.users()),
        put(DatasetBlob.REJECTS, staged.rejects()),
        put(DatasetBlob.DESCRIPTION, staged.description()));
  }

  private DatasetBlob put(String name, Path file) throws IOException {
    StoredBlob blob = blobs.put(file);
    return new DatasetBlob(name, blob.sha256(), blob.size());
  }

  private static DatasetManifest manifest(
      ImportRequest request, StagedImport staged, DataCheck check, List<DatasetBlob> blobs) {
    return new DatasetManifest(
        DatasetManifest.FORMAT_VERSION,
        staged.form(),
        staged.scale(),
        staged.synthetic(),
        request.source().label(),
        0,
        request.maximumRejectedShare(),
        staged.counts(),
        staged.filtering(),
        check,
        staged.notes(),
        blobs);
  }
}
