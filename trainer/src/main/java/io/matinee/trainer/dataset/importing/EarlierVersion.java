package io.matinee.trainer.dataset.importing;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.name.DatasetName;
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

  /**
   * Makes sure that a data set stays one of ratings, or one of watches.
   *
   * @param scale the scale of what comes in
   * @throws MatineeException EVENT_KIND_MISMATCH when it is of the other kind
   */
  void requireKindOf(RatingScale scale) {
    RatingScale before = version.manifest().scale();
    if (scale.kind() != before.kind()) {
      throw MatineeException.of(
          Reason.EVENT_KIND_MISMATCH,
          "%s holds %s, and these are %s: import them into a data set of their own (--dataset NAME), or %s."
              .formatted(
                  new DatasetName(version.name().dataset()),
                  before.contentInWords(),
                  scale.contentInWords(),
                  before.kind() == EventKind.WATCH
                      ? "read them as watches by options.event_kind (--watches)"
                      : "say which column holds ratings by options.columns (--columns)"));
    }
  }
}
