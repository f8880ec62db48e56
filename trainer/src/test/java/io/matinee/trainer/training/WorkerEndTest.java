package io.matinee.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.runtime.error.Reason;
import io.matinee.trainer.operation.OperationError;
import io.matinee.trainer.worker.ProgressEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerEndTest {

  @Test
  void endsWellOnlyAfterItsLastWordAndStatusZero() {
    WorkerEnd end = new WorkerEnd();
    assertThat(end.error(0, "")).isPresent();
    end.heard(new ProgressEvent.Done());
    assertThat(end.error(0, "")).isEmpty();
    assertThat(end.error(1, "")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "3, '', OUT_OF_MEMORY",
    "1, java.lang.OutOfMemoryError: Java heap space, OUT_OF_MEMORY",
    "137, '', RUN_FAILED",
    "1, java.io.IOException: No space left on device, STORAGE_FULL",
    "1, java.lang.IllegalStateException, RUN_FAILED"
  })
  void tellsWhyAWorkerEnded(int status, String errorStream, Reason reason) {
    OperationError error = new WorkerEnd().error(status, errorStream).orElseThrow();
    assertThat(error.reason()).isEqualTo(reason);
    assertThat(error.details()).containsEntry("exit_status", Integer.toString(status));
  }

  @Test
  void passesOnWhatTheWorkerSays() {
    WorkerEnd end = new WorkerEnd();
    end.heard(new ProgressEvent.Failed("NO_RATINGS", "Nothing is left to train on."));
    assertThat(end.error(1, "").orElseThrow().reason()).isEqualTo(Reason.NO_RATINGS);
    end.heard(new ProgressEvent.Failed("NEVER_HEARD_OF", "?"));
    assertThat(end.error(1, "").orElseThrow().reason()).isEqualTo(Reason.RUN_FAILED);
  }
}
