package io.matinee.trainer.dataset.importing;

import io.matinee.model.durable.Folders;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.sample.BundledSample;
import io.matinee.trainer.dataset.source.ImportLimits;
import io.matinee.trainer.dataset.source.ImportRoots;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.dataset.source.SourceFiles;
import io.matinee.trainer.dataset.source.SourceLocator;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetManifest;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.dataset.version.ManifestDigest;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.operation.Operation;
import io.matinee.trainer.operation.OperationError;
import io.matinee.trainer.operation.OperationKind;
import io.matinee.trainer.operation.Operations;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.Microseconds;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.store.StorageFault;
import io.matinee.trainer.store.StoredBlob;
import io.matinee.trainer.store.Termination;
import io.matinee.trainer.store.TrainerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Imports data sets, one after another, each as an operation. Thread-safe. */
public final class DatasetImporter implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(DatasetImporter.class);
  private static final int QUEUE = 16;
  private static final OperationError STOPPED =
      OperationError.of(Reason.RUN_LOST, "The trainer was stopped; start the import again.");

  private final TrainerHome home;
  private final Database database;
  private final BlobStore blobs;
  private final Staging staging;
  private final Datasets datasets;
  private final Operations operations;
  private final ImportLimits limits;
  private final ImportRoots roots;
  private final Clock clock;
  private volatile @Nullable QueryEngine running;
  private volatile boolean closing;
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE),
          Thread.ofPlatform().name("import").factory());

  /** An importer into a home. */
  public DatasetImporter(
      TrainerHome home,
      Database database,
      BlobStore blobs,
      Datasets datasets,
      Operations operations,
      ImportLimits limits,
      ImportRoots roots,
      Clock clock) {
    this.home = home;
    this.database = database;
    this.blobs = blobs;
    this.staging = new Staging(home.staging());
    this.datasets = datasets;
    this.operations = operations;
    this.limits = limits;
    this.roots = roots;
    this.clock = clock;
  }

  /**
   * Begins an import.
   *
   * @throws MatineeException DATASET_NOT_FOUND, IMPORT_PATH_REFUSED, QUEUE_FULL when too many are
   *     waiting, or SHUTTING_DOWN
   */
  public Operation begin(ImportRequest request) {
    requireDataset(request.dataset());
    String target = request.dataset().toString();
    Optional<Operation> earlier =
        operations.begunBy(OperationKind.IMPORT, target, request.requestId());
    if (earlier.isPresent()) {
      discard(request.source());
      return earlier.get();
    }
    if (request.source() instanceof ImportSource.OnDisk(Path path)) {
      roots.follow(path);
    }
    if (executor.getQueue().remainingCapacity() == 0) {
      throw full();
    }
    ImportProgress queued = new ImportProgress("queued", Microseconds.now(clock));
    Operations.Begun begun =
        operations.begin(OperationKind.IMPORT, target, request.requestId(), Json.write(queued));
    String id = begun.operation().id();
    if (begun.fresh()) {
      Runnable run = () -> run(id, request, queued);
      try {
        executor.execute(run);
        operations.onCancel(id, () -> removeFromQueue(run, request));
      } catch (RejectedExecutionException full) {
        MatineeException failure = full();
        operations.fail(id, OperationError.of(failure));
        throw failure;
      }
    } else {
      discard(request.source());
    }
    return begun.operation();
  }

  /**
   * Checks that imports into a data set can begin, before much is sent for one.
   *
   * @throws MatineeException DATASET_NOT_FOUND or SHUTTING_DOWN
   */
  public void requireDataset(DatasetName dataset) {
    Termination.refuseWork(closing);
    datasets.get(dataset);
  }

  /** Takes no more imports, and ends the one under way as lost. */
  @Override
  public void close() {
    closing = true;
    executor.shutdownNow();
    QueryEngine engine = running;
    if (engine != null) {
      engine.interrupt();
    }
    Termination.await(executor);
  }

  private static MatineeException full() {
    return MatineeException.of(
        Reason.QUEUE_FULL, QUEUE + " imports are waiting; repeat when one has ended.");
  }

  private void removeFromQueue(Runnable run, ImportRequest request) {
    if (executor.remove(run)) {
      discard(request.source());
    }
  }

  /** Cleans up before it says why an import failed: a full disk has no room for that otherwise. */
  private void run(String id, ImportRequest request, ImportProgress queued) {
    if (operations.isCancelled(id)) {
      discard(request.source());
      return;
    }
    Optional<OperationError> error = attempt(id, request, queued);
    discard(request.source());
    clean(id);
    error.ifPresentOrElse(found -> operations.fail(id, found), () -> operations.ended(id));
  }

  private Optional<OperationError> attempt(
      String id, ImportRequest request, ImportProgress queued) {
    try (QueryEngine engine = QueryEngine.open(home.temporary(), limits.memoryMegabytes())) {
      running = engine;
      operations.onCancel(id, engine::interrupt);
      report(id, "reading", queued);
      Path folder = staging.create(id);
      SourceFiles files = locate(request, folder, engine::checkInterrupted);
      StagedImport staged = new ImportReader(engine, folder, request).read(files);
      report(id, "publishing", queued);
      publish(id, request, staged);
      return Optional.empty();
    } catch (MatineeException failure) {
      return Optional.of(closing ? STOPPED : OperationError.of(failure));
    } catch (IOException failure) {
      return Optional.of(OperationError.of(StorageFault.of(failure)));
    } catch (SQLException failure) {
      if (closing || operations.isCancelled(id)) {
        return Optional.of(STOPPED);
      }
      LOG.errorf(failure, "%s failed", id);
      return Optional.of(OperationError.of(StorageFault.of(failure)));
    } catch (OutOfMemoryError fatal) {
      throw fatal;
    } catch (RuntimeException | Error failure) {
      LOG.errorf(failure, "%s failed", id);
      return Optional.of(
          OperationError.of(Reason.INTERNAL, "The import failed unexpectedly: " + failure));
    } finally {
      running = null;
    }
  }

  private SourceFiles locate(ImportRequest request, Path folder, Runnable goOn) throws IOException {
    Path unpacked = folder.resolve("unpacked");
    SourceLocator own = new SourceLocator(unpacked, limits, Files::isReadable, goOn);
    return switch (request.source()) {
      case ImportSource.OnDisk(Path path) -> {
        SourceLocator below = new SourceLocator(unpacked, limits, roots::hold, goOn);
        yield below.locate(roots.follow(path), request.form());
      }
      case ImportSource.Uploaded(Path file, String name) -> own.locate(file, request.form());
      case ImportSource.Bundled() -> {
        Path sample = folder.resolve("sample");
        BundledSample.writeTo(sample);
        yield own.locate(sample, request.form());
      }
    };
  }

  private void publish(String id, ImportRequest request, StagedImport staged) throws IOException {
    List<DatasetBlob> put =
        List.of(
            put(DatasetBlob.RATINGS, staged.ratings()),
            put(DatasetBlob.CATALOGUE, staged.catalogue()),
            put(DatasetBlob.REJECTS, staged.rejects()));
    DatasetManifest manifest =
        new DatasetManifest(
            DatasetManifest.FORMAT_VERSION,
            staged.form(),
            staged.scale(),
            request.source() instanceof ImportSource.Bundled,
            request.source().label(),
            0,
            request.maximumRejectedShare(),
            staged.counts(),
            put);
    String digest = ManifestDigest.of(manifest);
    database.write(
        handle -> {
          String name = datasets.addVersion(handle, request.dataset(), digest, manifest).toString();
          operations.succeedWithin(handle, id, name);
          return name;
        });
  }

  private DatasetBlob put(String name, Path file) throws IOException {
    StoredBlob blob = blobs.put(file);
    return new DatasetBlob(name, blob.sha256(), blob.size());
  }

  private void report(String id, String stage, ImportProgress queued) {
    operations.report(id, Json.write(new ImportProgress(stage, queued.startTime())));
  }

  private void clean(String id) {
    try {
      staging.remove(id);
    } catch (IOException leftForTheNextStart) {
      LOG.warnf(leftForTheNextStart, "could not clean the staging of %s", id);
    }
  }

  private static void discard(ImportSource source) {
    if (source instanceof ImportSource.Uploaded(Path file, String name)) {
      try {
        Files.deleteIfExists(file);
        Path folder = file.getParent();
        if (folder != null) {
          Folders.delete(folder);
        }
      } catch (IOException leftForTheNextStart) {
        LOG.warnf(leftForTheNextStart, "could not delete the upload %s", file);
      }
    }
  }
}
