package io.matinee.trainer.training;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.execution.Execution;
import io.matinee.trainer.execution.RunExecutor;
import io.matinee.trainer.operation.Operation;
import io.matinee.trainer.operation.OperationError;
import io.matinee.trainer.operation.OperationKind;
import io.matinee.trainer.operation.Operations;
import io.matinee.trainer.registry.Publisher;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.Microseconds;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.store.StorageFault;
import io.matinee.trainer.store.Termination;
import io.matinee.trainer.worker.RunSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The training runs: one at a time, the others wait in a queue. A run that fails, is killed or runs
 * out of memory ends alone. Thread-safe.
 */
public final class TrainingRuns implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(TrainingRuns.class);
  private static final OperationError STOPPED =
      OperationError.of(Reason.RUN_LOST, "The trainer was stopped; start the run again.");

  private final Operations operations;
  private final Publisher publisher;
  private final BlobStore blobs;
  private final Staging staging;
  private final RunExecutor executor;
  private final Clock clock;
  private final int queueLimit;
  private final ThreadPoolExecutor queue;
  private volatile boolean closing;

  /**
   * The runs of a trainer.
   *
   * @param queueLimit how many runs may wait
   */
  public TrainingRuns(
      Operations operations,
      Publisher publisher,
      BlobStore blobs,
      Staging staging,
      RunExecutor executor,
      int queueLimit,
      Clock clock) {
    this.operations = operations;
    this.publisher = publisher;
    this.blobs = blobs;
    this.staging = staging;
    this.executor = executor;
    this.queueLimit = queueLimit;
    this.clock = clock;
    this.queue =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queueLimit),
            Thread.ofPlatform().name("training").factory());
  }

  /**
   * Begins a run.
   *
   * @throws MatineeException UNKNOWN_ALGORITHM, HYPER_PARAMETER_INVALID, QUEUE_FULL, or
   *     SHUTTING_DOWN
   */
  public Operation begin(TrainingRequest request) {
    Termination.refuseWork(closing);
    AlgorithmCheck.check(request);
    String target = request.model().toString();
    Optional<Operation> earlier =
        operations.begunBy(OperationKind.TRAIN, target, request.requestId());
    if (earlier.isPresent()) {
      return earlier.get();
    }
    if (queue.getQueue().remainingCapacity() == 0) {
      throw full();
    }
    TrainingProgress queued =
        TrainingProgress.queued(
            target, request.dataset().name().toString(), Microseconds.now(clock));
    Operations.Begun begun =
        operations.begin(OperationKind.TRAIN, target, request.requestId(), Json.write(queued));
    if (begun.fresh()) {
      enqueue(begun.operation().id(), request, queued);
    }
    return begun.operation();
  }

  /** Takes no more runs, and ends the one under way as lost. */
  @Override
  public void close() {
    closing = true;
    queue.shutdownNow();
    executor.close();
    Termination.await(queue);
  }

  private void enqueue(String id, TrainingRequest request, TrainingProgress queued) {
    Runnable run = () -> run(id, request, queued);
    try {
      queue.execute(run);
      operations.onCancel(id, () -> queue.remove(run));
    } catch (RejectedExecutionException full) {
      MatineeException failure = full();
      operations.fail(id, OperationError.of(failure));
      throw failure;
    }
  }

  private MatineeException full() {
    return MatineeException.of(
        Reason.QUEUE_FULL, queueLimit + " runs are waiting; repeat when one has ended.");
  }

  /** Cleans up before it says why a run failed: a full disk has no room for that otherwise. */
  private void run(String id, TrainingRequest request, TrainingProgress queued) {
    if (operations.isCancelled(id)) {
      return;
    }
    Optional<OperationError> error = attempt(id, request, queued);
    clean(id);
    error.ifPresent(found -> operations.fail(id, found));
  }

  private Optional<OperationError> attempt(
      String id, TrainingRequest request, TrainingProgress queued) {
    try {
      execute(id, request, queued);
      return Optional.empty();
    } catch (MatineeException failure) {
      return Optional.of(closing ? STOPPED : OperationError.of(failure));
    } catch (IOException failure) {
      LOG.errorf(failure, "%s failed", id);
      return Optional.of(OperationError.of(StorageFault.of(failure)));
    } catch (InterruptedException stopping) {
      return Optional.of(STOPPED);
    } catch (OutOfMemoryError fatal) {
      throw fatal;
    } catch (RuntimeException | Error failure) {
      LOG.errorf(failure, "%s failed", id);
      return Optional.of(
          OperationError.of(Reason.INTERNAL, "The run failed unexpectedly: " + failure));
    }
  }

  private void execute(String id, TrainingRequest request, TrainingProgress queued)
      throws IOException, InterruptedException {
    Path snapshot = staging.create(id);
    ProgressReport report = new ProgressReport(operations, id, queued);
    try (Execution run = executor.start(specification(id, request, snapshot), report)) {
      operations.onCancel(id, run::cancel);
      run.await();
    }
    report.publishing();
    publisher.publish(
        request.model(),
        snapshot,
        (handle, name) -> operations.succeedWithin(handle, id, name.toString()));
    operations.ended(id);
  }

  private RunSpec specification(String id, TrainingRequest request, Path snapshot) {
    DatasetVersion dataset = request.dataset();
    return new RunSpec(
        id,
        snapshot.toUri(),
        blobs.location(),
        dataset.manifest().blob(DatasetBlob.RATINGS).sha256(),
        dataset.manifest().blob(DatasetBlob.CATALOGUE).sha256(),
        dataset.name().toString(),
        dataset.manifest().ratingsRevision(),
        dataset.manifest().scale(),
        dataset.manifest().synthetic(),
        request.holdOut(),
        request.ranking().orElse(null),
        request.rating().orElse(null),
        request.seed());
  }

  private void clean(String id) {
    try {
      staging.remove(id);
    } catch (IOException leftForTheNextStart) {
      LOG.warnf(leftForTheNextStart, "could not clean the staging of %s", id);
    }
  }
}
