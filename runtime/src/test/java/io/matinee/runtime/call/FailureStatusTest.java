package io.matinee.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import org.junit.jupiter.api.Test;

class FailureStatusTest {
  @Test
  void aReasonOfOursWinsOverTheStatusThatCausedIt() {
    MatineeException failure =
        MatineeException.of(
            Reason.REGISTRY_UNAVAILABLE, "trainer is away", Status.NOT_FOUND.asRuntimeException());

    Status status = FailureStatus.of(failure);

    assertThat(status.getCause()).isSameAs(failure);
    assertThat(status.getCode()).isEqualTo(Status.Code.UNKNOWN);
  }

  @Test
  void aPlainStatusStaysWhatItIs() {
    assertThat(FailureStatus.of(Status.CANCELLED.asRuntimeException()).getCode())
        .isEqualTo(Status.Code.CANCELLED);
  }
}
