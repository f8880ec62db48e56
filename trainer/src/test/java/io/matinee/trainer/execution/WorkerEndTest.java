package io.matinee.trainer.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.worker.ProgressEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerEndTest {

  @Test
  void endsWellOnlyAfterItsLastWordAndStatusZero() {
    WorkerEnd end = new WorkerEnd();
    assertThat(end.failure(0, "")).isPresent();
    end.done();
    assertThat(end.failure(0, "")).isEmpty();
    assertThat(end.failure(1, "")).isPresent();
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
    MatineeException failure = new WorkerEnd().failure(status, errorStream).orElseThrow();
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.metadata()).containsEntry("exit_status", Integer.toString(status));
  }

  @Test
  void passesOnWhatTheWorkerSays() {
    WorkerEnd end = new WorkerEnd();
    end.failed(new ProgressEvent.Failed("NO_RATINGS", "Nothing is left to train on."));
    assertThat(end.failure(1, "").orElseThrow().reason()).isEqualTo(Reason.NO_RATINGS);
    end.failed(new ProgressEvent.Failed("NEVER_HEARD_OF", "?"));
    assertThat(end.failure(1, "").orElseThrow().reason()).isEqualTo(Reason.RUN_FAILED);
  }
}
