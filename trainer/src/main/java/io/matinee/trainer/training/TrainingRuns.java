package io.matinee.trainer.training;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.operation.Assignment;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationKind;
import io.matinee.runtime.operation.OperationQueue;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.runtime.operation.Submission;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.execution.Execution;
import io.matinee.trainer.execution.RunExecutor;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.operation.OperationTable;
import io.matinee.trainer.registry.Publisher;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.worker.RunSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The training runs, as operations: one at a time, the others wait in a queue. A run that fails, is
 * killed or runs out of memory ends alone. Thread-safe.
 */
public final class TrainingRuns {
  private static final OperationKind KIND = new OperationKind("train", false);

  private final Operations operations;
  private final OperationQueue queue;
  private final TrainingText text;
  private final Publisher publisher;
  private final BlobStore blobs;
  private final Staging staging;
  private final RunExecutor executor;
  private final Duration checkpointInterval;

  /**
   * The runs of a trainer.
   *
   * @param checkpointInterval how far apart the checkpoints of a run are at least
   */
  public TrainingRuns(
      Operations operations,
      TrainingText text,
      Publisher publisher,
      BlobStore blobs,
      Staging staging,
      RunExecutor executor,
      Duration checkpointInterval) {
    this.operations = operations;
    this.queue = operations.queue(KIND);
    this.text = text;
    this.publisher = publisher;
    this.blobs = blobs;
    this.staging = staging;
    this.executor = executor;
    this.checkpointInterval = checkpointInterval;
  }

  /**
   * Begins a run.
   *
   * @throws MatineeException UNKNOWN_ALGORITHM, HYPER_PARAMETER_INVALID, DATASET_VERSION_NOT_FOUND
   *     or SPLIT_NOT_FOUND when one was deleted meanwhile, or what {@link OperationQueue#begin}
   *     throws
   */
  public Operation begin(TrainingRequest request) {
    CheckedChoices choices = AlgorithmCheck.check(request);
    TrainingProgress queued =
        TrainingProgress.queued(
            request.dataset().name().toString(),
            request.split().map(split -> split.name().toString()).orElse(null));
    Submission submission =
        new Submission(
            "train-" + UUID.randomUUID(),
            request.model().toString(),
            request.key(),
            Json.write(queued));
    return queue
        .begin(submission, assignment -> run(request, choices, queued, assignment))
        .operation();
  }

  /**
   * Returns the run that an equal request has begun.
   *
   * @throws MatineeException REQUEST_ID_REUSED when another request has used its id
   */
  public Optional<Operation> begunBy(ModelName model, Optional<RequestKey> key) {
    return queue.begunBy(model.toString(), key);
  }

  /**
   * Checks that one more run can wait now, before much is sent for it.
   *
   * @throws MatineeException QUEUE_FULL or SHUTTING_DOWN
   */
  public void requireRoom() {
    operations.requireOpen();
    queue.requireRoom();
  }

  /** Cleans up before the end is told: a full disk has no room for that otherwise. */
  private void run(
      TrainingRequest request,
      CheckedChoices choices,
      TrainingProgress queued,
      Assignment assignment)
      throws IOException, InterruptedException {
    try {
      execute(request, choices, queued, assignment);
    } finally {
      staging.tidy(assignment.id());
    }
  }

  private void execute(
      TrainingRequest request,
      CheckedChoices choices,
      TrainingProgress queued,
      Assignment assignment)
      throws IOException, InterruptedException {
    Path snapshot = staging.create(assignment.id());
    ProgressReport report = new ProgressReport(assignment, queued);
    try (Execution run =
        executor.start(specification(assignment.id(), request, choices, snapshot), report)) {
      assignment.onStop(run::cancel);
      run.await();
    }
    report.publishing();
    publisher.publish(
        request.model(),
        snapshot,
        (handle, version) -> OperationTable.save(handle, assignment.finish(text.of(version))));
  }

  private RunSpec specification(
      String id, TrainingRequest request, CheckedChoices choices, Path snapshot) {
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
        request.split().map(split -> split.manifest().ratings().sha256()).orElse(null),
        choices.ranking(),
        choices.rating(),
        request.preset().orElse(null),
        request.seed(),
        request.device(),
        checkpointInterval,
        request.imported().orElse(null));
  }
}
