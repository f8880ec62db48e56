package io.matinee.trainer.dataset.importing;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.operation.Assignment;
import io.matinee.runtime.operation.Begun;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationKind;
import io.matinee.runtime.operation.OperationQueue;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.runtime.operation.Submission;
import io.matinee.runtime.operation.Work;
import io.matinee.trainer.dataset.check.DataCheck;
import io.matinee.trainer.dataset.source.ImportLimits;
import io.matinee.trainer.dataset.source.ImportRoots;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.store.TrainerHome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Imports data sets, one after another, each as an operation. Thread-safe. */
public final class DatasetImporter {
  private static final Logger LOG = Logger.getLogger(DatasetImporter.class);
  private static final OperationKind KIND = new OperationKind("import", false);

  private final Path temporary;
  private final int megabytes;
  private final Staging staging;
  private final BlobStore blobs;
  private final Datasets datasets;
  private final ImportRoots roots;
  private final ImportPreparation preparation;
  private final ImportPublication publication;
  private final Operations operations;
  private final OperationQueue queue;

  /** An importer into a home. */
  public DatasetImporter(
      TrainerHome home,
      Database database,
      BlobStore blobs,
      Datasets datasets,
      Operations operations,
      ImportText text,
      ImportLimits limits,
      ImportRoots roots) {
    this.temporary = home.temporary();
    this.megabytes = limits.memoryMegabytes();
    this.staging = new Staging(home.staging());
    this.blobs = blobs;
    this.datasets = datasets;
    this.roots = roots;
    this.preparation = new ImportPreparation(datasets, blobs, new ImportSearch(limits, roots));
    this.publication = new ImportPublication(database, blobs, datasets, text);
    this.operations = operations;
    this.queue = operations.queue(KIND);
  }

  /**
   * Begins an import. An upload that is refused is deleted.
   *
   * @throws MatineeException DATASET_NOT_FOUND, DATASET_VERSION_NOT_FOUND, IMPORT_PATH_REFUSED, or
   *     what {@link OperationQueue#begin} throws
   */
  public Operation begin(ImportRequest request) {
    try {
      return admit(request);
    } catch (RuntimeException refusal) {
      discard(request.source());
      throw refusal;
    }
  }

  private Operation admit(ImportRequest request) {
    requireDataset(request.dataset());
    Submission submission = submission(request.dataset(), request.key());
    if (begunBy(request.dataset(), request.key()).isEmpty()) {
      requireSource(request.source());
    }
    Begun begun = queue.begin(submission, new Import(request));
    if (!begun.fresh()) {
      discard(request.source());
    }
    return begun.operation();
  }

  private void requireSource(ImportSource source) {
    if (source instanceof ImportSource.OnDisk(Path path)) {
      roots.follow(path);
    } else if (source instanceof ImportSource.OfVersion(DatasetVersionName name)) {
      datasets.version(name);
    }
  }

  /**
   * Returns the import that an equal request has begun.
   *
   * @throws MatineeException REQUEST_ID_REUSED when another request has used its id
   */
  public Optional<Operation> begunBy(DatasetName dataset, Optional<RequestKey> key) {
    return queue.begunBy(dataset.toString(), key);
  }

  /**
   * Checks that imports into a data set can begin, before much is sent for one.
   *
   * @throws MatineeException DATASET_NOT_FOUND or SHUTTING_DOWN
   */
  public void requireDataset(DatasetName dataset) {
    operations.requireOpen();
    datasets.get(dataset);
  }

  /**
   * Checks that one more import can wait now, before much is sent for it.
   *
   * @throws MatineeException QUEUE_FULL
   */
  public void requireRoom() {
    queue.requireRoom();
  }

  private static Submission submission(DatasetName dataset, Optional<RequestKey> key) {
    return new Submission(
        "import-" + UUID.randomUUID(), dataset.toString(), key, Json.write(ImportProgress.QUEUED));
  }

  /**
   * One import. It cleans up before its end is told: a full disk has no room for that otherwise.
   */
  private final class Import implements Work {
    private final ImportRequest request;

    private Import(ImportRequest request) {
      this.request = request;
    }

    @Override
    public void run(Assignment assignment) throws IOException, SQLException {
      ImportReport report = new ImportReport(assignment);
      try (QueryEngine engine = QueryEngine.open(temporary, megabytes)) {
        assignment.onStop(engine::interrupt);
        report.locating();
        StagedImport staged =
            preparation.stage(request, engine, staging.create(assignment.id()), report);
        report.publishing();
        DataCheck check = new VersionCheck(datasets, blobs, engine).of(request.dataset(), staged);
        publication.publish(assignment, request, staged, check);
      } finally {
        abandon();
        staging.tidy(assignment.id());
      }
    }

    @Override
    public void abandon() {
      discard(request.source());
    }
  }

  private static void discard(ImportSource source) {
    if (source instanceof ImportSource.Uploaded uploaded) {
      try {
        uploaded.delete();
      } catch (IOException leftForTheNextStart) {
        LOG.warnf(leftForTheNextStart, "could not delete the upload %s", uploaded.folder());
      }
    }
  }
}
