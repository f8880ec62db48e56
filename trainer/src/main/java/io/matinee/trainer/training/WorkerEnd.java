package io.matinee.trainer.training;

import io.matinee.runtime.error.Reason;
import io.matinee.trainer.operation.OperationError;
import io.matinee.trainer.store.StorageFault;
import io.matinee.trainer.worker.ProgressEvent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges how a worker ended, by what it said, its exit status and its error stream. */
final class WorkerEnd {
  /** The status of a JVM that ran with -XX:+ExitOnOutOfMemoryError. */
  private static final int OUT_OF_MEMORY = 3;

  private static final int KILLED = 137;

  private boolean done;
  private ProgressEvent.@Nullable Failed failed;

  void heard(ProgressEvent event) {
    switch (event) {
      case ProgressEvent.Done ended -> done = true;
      case ProgressEvent.Failed failure -> failed = failure;
      case ProgressEvent.StageStarted stage -> {}
      case ProgressEvent.EpochEnded epoch -> {}
    }
  }

  /** Why the worker failed, or empty when it ended well. */
  Optional<OperationError> error(int status, String errorStream) {
    if (status == 0 && done) {
      return Optional.empty();
    }
    Map<String, String> details = Map.of("exit_status", Integer.toString(status));
    if (status == OUT_OF_MEMORY || errorStream.contains("java.lang.OutOfMemoryError")) {
      return error(
          Reason.OUT_OF_MEMORY,
          "The worker ran out of memory; raise MATINEE_TRAINER_WORKER_MEMORY.",
          details);
    }
    if (failed != null) {
      return error(reason(failed.reason()), failed.message(), details);
    }
    if (StorageFault.saysFull(errorStream)) {
      return error(Reason.STORAGE_FULL, "The worker found the disk full.", details);
    }
    String what = status == KILLED ? "was killed" : "ended with exit status " + status;
    return error(Reason.RUN_FAILED, "The worker " + what + "; its log has more.", details);
  }

  private static Optional<OperationError> error(
      Reason reason, String message, Map<String, String> details) {
    return Optional.of(new OperationError(reason, message, details));
  }

  private static Reason reason(String name) {
    return Stream.of(Reason.values())
        .filter(reason -> reason.name().equals(name))
        .findFirst()
        .orElse(Reason.RUN_FAILED);
  }
}
