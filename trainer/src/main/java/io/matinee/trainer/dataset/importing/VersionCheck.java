package io.matinee.trainer.dataset.importing;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.check.DataCheck;
import io.matinee.trainer.dataset.check.DataComparison;
import io.matinee.trainer.dataset.check.DataComparison.Rated;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetManifest;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.BlobStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Compares what was imported with the newest version before that has the same filters and was not
 * suspicious itself, or was accepted: else what is suspicious would pass when it comes again. A
 * version before that cannot be read any more fails no import: then nothing is compared.
 *
 * @param datasets the data sets
 * @param blobs the blob store
 * @param engine the query engine
 */
record VersionCheck(Datasets datasets, BlobStore blobs, QueryEngine engine) {
  private static final Logger LOG = Logger.getLogger(VersionCheck.class);

  /** Versions among which the one to compare with is looked for. */
  private static final int LOOKED_BACK = 100;

  private static final Set<Reason> UNREADABLE =
      Set.of(Reason.BLOB_NOT_FOUND, Reason.FORMAT_UNSUPPORTED);

  /** Compares. */
  DataCheck of(DatasetName dataset, StagedImport staged) throws IOException {
    try {
      Optional<DatasetVersion> before = before(dataset, staged);
      return before.isEmpty() ? DataCheck.NOTHING_COMPARED : compare(before.get(), staged);
    } catch (MatineeException failure) {
      if (!UNREADABLE.contains(failure.reason())) {
        throw failure;
      }
      return unreadable(dataset, failure);
    } catch (SQLException failure) {
      engine.checkInterrupted();
      return unreadable(dataset, failure);
    }
  }

  private Optional<DatasetVersion> before(DatasetName dataset, StagedImport staged) {
    return datasets.versions(dataset, Long.MAX_VALUE, LOOKED_BACK).stream()
        .filter(version -> !version.isSuspicious())
        .filter(
            version ->
                version.manifest().filtering().filters().equals(staged.filtering().filters()))
        .findFirst();
  }

  private DataCheck compare(DatasetVersion before, StagedImport staged)
      throws IOException, SQLException {
    DatasetManifest manifest = before.manifest();
    Rated old =
        new Rated(blobs.localCopy(manifest.blob(DatasetBlob.RATINGS).sha256()), manifest.scale());
    return new DataComparison(engine)
        .check(before.name().toString(), old, new Rated(staged.ratings(), staged.scale()));
  }

  private static DataCheck unreadable(DatasetName dataset, Exception failure) {
    LOG.warnf(
        failure,
        "what came into %s is compared with nothing: the version before cannot be read",
        dataset);
    return DataCheck.NOTHING_COMPARED;
  }
}
