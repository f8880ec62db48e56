package io.matinee.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToldFailureTest {
  @ParameterizedTest
  @EnumSource(Reason.class)
  void isWhatWasTold(Reason reason) {
    MatineeException told =
        MatineeException.of(reason, "text")
            .with("model", "models/m")
            .onField("page_token", "belongs to another request")
            .onField("page_size", "must be at most 1000")
            .retryAfter(Duration.ofMillis(1500));

    MatineeException heard = ToldFailure.of(told.toStatus(), "heard").orElseThrow();

    assertThat(heard)
        .hasMessage("heard")
        .hasNoCause()
        .returns(reason, MatineeException::reason)
        .returns(told.metadata(), MatineeException::metadata)
        .returns(told.fields(), MatineeException::fields)
        .returns(told.retryDelay(), MatineeException::retryDelay);
  }

  @Test
  void isNothingWhereNobodyAnswered() {
    assertThat(ToldFailure.of(Status.UNAVAILABLE.asRuntimeException(), "heard")).isEmpty();
  }
}
