package io.matinee.trainer.worker;

import io.matinee.trainer.exchange.ImportedScorer;
import io.matinee.trainer.store.BlobStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where this machine has what a run reads and writes.
 *
 * @param staging the existing folder that takes the snapshot
 * @param ratings the Parquet file of the ratings
 * @param catalogue the Parquet file of the catalogue
 * @param heldOut the Parquet file of what a stored split holds out; empty for other rules
 * @param imported the file of factors that takes the place of a training; empty for none
 */
record RunFiles(
    Path staging, Path ratings, Path catalogue, Optional<Path> heldOut, Optional<Path> imported) {

  /**
   * Finds the files of a specification.
   *
   * @throws io.matinee.runtime.error.MatineeException BLOB_NOT_FOUND
   */
  static RunFiles of(RunSpec spec) throws IOException {
    BlobStore blobs = BlobStore.at(spec.blobs());
    String heldOut = spec.heldOut();
    ImportedScorer imported = spec.imported();
    return new RunFiles(
        Path.of(spec.staging()),
        blobs.localCopy(spec.ratings()),
        blobs.localCopy(spec.catalogue()),
        heldOut == null ? Optional.empty() : Optional.of(blobs.localCopy(heldOut)),
        imported == null ? Optional.empty() : Optional.of(blobs.localCopy(imported.sha256())));
  }
}
