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
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.sample.BundledSample;
import io.matinee.trainer.dataset.source.CatalogueAlone;
import io.matinee.trainer.dataset.source.ImportLimits;
import io.matinee.trainer.dataset.source.ImportRoots;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.dataset.source.LocatedFiles;
import io.matinee.trainer.dataset.source.SourceFiles;
import io.matinee.trainer.dataset.source.SourceLocator;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetManifest;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.dataset.version.ManifestDigest;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.operation.OperationTable;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.store.StoredBlob;
import io.matinee.trainer.store.TrainerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Imports data sets, one after another, each as an operation. Thread-safe. */
public final class DatasetImporter {
  private static final Logger LOG = Logger.getLogger(DatasetImporter.class);
  private static final OperationKind KIND = new OperationKind("import", false);
  private static final int REJECTED_ROWS = 20;

  private final TrainerHome home;
  private final Database database;
  private final BlobStore blobs;
  private final Staging staging;
  private final Datasets datasets;
  private final Operations operations;
  private final OperationQueue queue;
  private final ImportText text;
  private final ImportLimits limits;
  private final ImportRoots roots;

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
    this.home = home;
    this.database = database;
    this.blobs = blobs;
    this.staging = new Staging(home.staging());
    this.datasets = datasets;
    this.operations = operations;
    this.queue = operations.queue(KIND);
    this.text = text;
    this.limits = limits;
    this.roots = roots;
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
    private ImportProgress progress = ImportProgress.QUEUED;

    private Import(ImportRequest request) {
      this.request = request;
    }

    @Override
    public void run(Assignment assignment) throws IOException, SQLException {
      try (QueryEngine engine = QueryEngine.open(home.temporary(), limits.memoryMegabytes())) {
        assignment.onStop(engine::interrupt);
        report(ImportProgress.LOCATING, assignment);
        Path folder = staging.create(assignment.id());
        StagedImport staged = stage(assignment, engine, folder);
        report(progress.in(ImportStage.PUBLISHING), assignment);
        DataCheck check = new VersionCheck(datasets, blobs, engine).of(request.dataset(), staged);
        publish(assignment, request, staged, check);
      } finally {
        abandon();
        clean(assignment.id());
      }
    }

    private StagedImport stage(Assignment assignment, QueryEngine engine, Path folder)
        throws IOException, SQLException {
      if (request.source() instanceof ImportSource.OfVersion(DatasetVersionName name)) {
        return new PartOfVersion(blobs, engine, folder)
            .of(datasets.version(name), request.filters());
      }
      LocatedFiles located = locate(request, folder, engine::checkInterrupted);
      Optional<EarlierVersion> earlier = earlier(request.dataset());
      return switch (located) {
        case SourceFiles files ->
            new ImportReader(engine, folder, request, earlier, new News(files, assignment))
                .read(files);
        case CatalogueAlone files ->
            new CatalogueAloneReader(engine, folder, request, earlier).read(files);
      };
    }

    @Override
    public void abandon() {
      discard(request.source());
    }

    private void report(ImportProgress news, Assignment assignment) {
      progress = news;
      assignment.report(Json.write(news));
    }

    /** Tells on what is heard of the reading. */
    private final class News implements ReadingNews {
      private final Assignment assignment;
      private final ReadingPace pace;

      private News(SourceFiles files, Assignment assignment) throws IOException {
        this.assignment = assignment;
        this.pace = new ReadingPace(files.ratingsBytes(), InstantSource.system());
      }

      @Override
      public void bytes(long read) {
        report(pace.at(read), assignment);
      }

      @Override
      public void rows(long read) {
        report(ImportProgress.writing(read), assignment);
      }
    }
  }

  private Optional<EarlierVersion> earlier(DatasetName dataset) {
    return datasets.get(dataset).latestVersion().isEmpty()
        ? Optional.empty()
        : Optional.of(new EarlierVersion(datasets.latest(dataset), blobs));
  }

  private LocatedFiles locate(ImportRequest request, Path folder, Runnable goOn)
      throws IOException {
    Path unpacked = folder.resolve("unpacked");
    SourceLocator own = new SourceLocator(unpacked, limits, Files::isReadable, goOn);
    return switch (request.source()) {
      case ImportSource.OnDisk(Path path) -> {
        SourceLocator below = new SourceLocator(unpacked, limits, roots::hold, goOn);
        yield below.locate(roots.follow(path), request.form());
      }
      case ImportSource.Uploaded uploaded -> own.locate(uploaded.content(), request.form());
      case ImportSource.Bundled() -> {
        Path sample = folder.resolve("sample");
        BundledSample.writeTo(sample);
        yield own.locate(sample, request.form());
      }
      case ImportSource.OfVersion version ->
          throw new IllegalStateException(version + " has no files");
    };
  }

  private void publish(
      Assignment assignment, ImportRequest request, StagedImport staged, DataCheck check)
      throws IOException {
    List<RejectedRow> rejected = RejectLog.read(staged.rejects(), REJECTED_ROWS);
    List<DatasetBlob> put =
        List.of(
            put(DatasetBlob.RATINGS, staged.ratings()),
            put(DatasetBlob.CATALOGUE, staged.catalogue()),
            put(DatasetBlob.USERS, staged.users()),
            put(DatasetBlob.REJECTS, staged.rejects()),
            put(DatasetBlob.DESCRIPTION, staged.description()));
    DatasetManifest manifest =
        new DatasetManifest(
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
            put);
    String digest = ManifestDigest.of(manifest);
    database.write(
        handle -> {
          DatasetVersion added = datasets.addVersion(handle, request.dataset(), digest, manifest);
          return OperationTable.save(handle, assignment.finish(text.of(added, rejected)));
        });
  }

  private DatasetBlob put(String name, Path file) throws IOException {
    StoredBlob blob = blobs.put(file);
    return new DatasetBlob(name, blob.sha256(), blob.size());
  }

  private void clean(String id) {
    try {
      staging.remove(id);
    } catch (IOException leftForTheNextStart) {
      LOG.warnf(leftForTheNextStart, "could not clean the staging of %s", id);
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
