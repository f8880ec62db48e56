package io.matinee.trainer.execution;

import io.matinee.model.durable.FullDisk;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.StorageFault;
import io.matinee.trainer.worker.ProgressEvent;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges how a worker ended, by what it said, its exit status and its error stream. */
final class WorkerEnd {
  /** The status of a JVM that ran with -XX:+ExitOnOutOfMemoryError. */
  private static final int OUT_OF_MEMORY = 3;

  private static final int KILLED = 137;

  /** Over this a status is a signal's that ended the process. */
  private static final int SIGNALS = 128;

  private boolean done;
  private ProgressEvent.@Nullable Failed failed;

  /** The worker has said its last word. */
  void done() {
    done = true;
  }

  /** The worker has said why it fails. */
  void failed(ProgressEvent.Failed why) {
    failed = why;
  }

  /** Whether a signal ended the worker before it said how it ends. */
  boolean wasKilled(int status) {
    return status > SIGNALS && !done && failed == null;
  }

  /** Why the worker failed, or empty when it ended well. */
  Optional<MatineeException> failure(int status, String errorStream) {
    return status == 0 && done
        ? Optional.empty()
        : Optional.of(explain(status, errorStream).with("exit_status", Integer.toString(status)));
  }

  private MatineeException explain(int status, String errorStream) {
    if (status == OUT_OF_MEMORY || errorStream.contains("java.lang.OutOfMemoryError")) {
      return MatineeException.of(
          Reason.OUT_OF_MEMORY,
          "The worker ran out of memory; raise MATINEE_TRAINER_WORKER_MEMORY.");
    }
    if (failed != null) {
      return MatineeException.of(reason(failed.reason()), failed.message());
    }
    if (FullDisk.isTold(errorStream)) {
      return StorageFault.fullDisk();
    }
    String what = status == KILLED ? "was killed" : "ended with exit status " + status;
    return MatineeException.of(Reason.RUN_FAILED, "The worker " + what + "; its log has more.");
  }

  private static Reason reason(String name) {
    return Stream.of(Reason.values())
        .filter(reason -> reason.name().equals(name))
        .findFirst()
        .orElse(Reason.RUN_FAILED);
  }
}
