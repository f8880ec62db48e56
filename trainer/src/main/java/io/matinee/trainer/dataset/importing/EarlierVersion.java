package io.matinee.trainer.dataset.importing;

import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.store.BlobStore;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The newest version of the data set that an import goes into, for what the import does not bring.
 *
 * @param version the version
 * @param blobs where its blobs are
 */
record EarlierVersion(DatasetVersion version, BlobStore blobs) {

  /**
   * Returns a file of this machine that holds a blob of the version.
   *
   * @throws io.matinee.runtime.error.MatineeException BLOB_NOT_FOUND when it is gone
   */
  Path blob(String name) throws IOException {
    return blobs.localCopy(version.manifest().blob(name).sha256());
  }
}
