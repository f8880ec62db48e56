package io.matinee.metrics.operation;

import io.matinee.metrics.store.EvaluationStore;
import io.matinee.metrics.store.OperationStore;
import io.matinee.metrics.store.StoredOperation;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What of operations outlives the process: an operation is recorded before it runs, and its record
 * goes when its evaluation is stored. Thread-safe.
 */
final class OperationRecords {
  private static final Logger LOG = Logger.getLogger(OperationRecords.class);

  private final OperationStore operations;
  private final EvaluationStore evaluations;

  OperationRecords(OperationStore operations, EvaluationStore evaluations) {
    this.operations = operations;
    this.evaluations = evaluations;
  }

  /** Returns why an operation ended that its process did not finish. */
  static MatineeException lost() {
    return MatineeException.of(
        Reason.RUN_LOST, "the service stopped before the evaluation was done; start it again");
  }

  /** Returns the failed operations of earlier processes, oldest first; the unfinished as lost. */
  List<EvaluationOperation> restore() {
    List<EvaluationOperation> restored = new ArrayList<>();
    for (StoredOperation stored : operations.oldestFirst()) {
      if (evaluations.find(stored.id()).isPresent()) {
        operations.remove(stored.id());
      } else {
        StoredOperation ended = stored.failure().isPresent() ? stored : stored.failed(lost());
        operations.put(ended);
        restored.add(EvaluationOperation.failed(ended));
      }
    }
    return restored;
  }

  /**
   * Records an operation that is about to be queued.
   *
   * @throws MatineeException STORAGE_FULL when there is no room for it
   */
  void begun(EvaluationOperation operation) {
    operations.put(record(operation));
  }

  /** Records why an operation ends. */
  void failed(EvaluationOperation operation, MatineeException failure) {
    try {
      operations.put(record(operation).failed(failure));
    } catch (MatineeException | UncheckedIOException unwritten) {
      LOG.warnf(unwritten, "After a restart operation %s will be lost, not failed", operation.id());
    }
  }

  /** Forgets an operation. */
  void forget(EvaluationOperation operation) {
    try {
      operations.remove(operation.id());
    } catch (UncheckedIOException undeleted) {
      LOG.warnf(undeleted, "The record of operation %s stays", operation.id());
    }
  }

  private static StoredOperation record(EvaluationOperation operation) {
    return new StoredOperation(
        operation.id(), operation.request(), operation.startTime(), Optional.empty());
  }
}
