package io.matinee.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.WaitOperationRequest;
import io.grpc.Context;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitTimeTest {
  private static final WaitOperationRequest ENDLESS = asking(Integer.MAX_VALUE);

  @Test
  void isWhatWasAskedForWhenTheDeadlineIsLater() throws Exception {
    assertThat(WaitTime.of(asking(3))).isEqualTo(Duration.ofSeconds(3));
    assertThat(within(Duration.ofHours(1), asking(3))).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void endsBeforeTheDeadlineOfTheCall() throws Exception {
    Duration deadline = Duration.ofMinutes(10);
    assertThat(within(deadline, ENDLESS)).isPositive().isLessThan(deadline);
    assertThat(within(deadline, WaitOperationRequest.getDefaultInstance()))
        .isPositive()
        .isLessThan(deadline);
  }

  @Test
  void isNothingWhenTheDeadlineIsNear() throws Exception {
    assertThat(within(Duration.ofNanos(1), ENDLESS)).isZero();
  }

  @Test
  void isWhatWasAskedForHoweverLong() {
    assertThat(WaitTime.of(ENDLESS)).isEqualTo(Duration.ofSeconds(Integer.MAX_VALUE));
    assertThat(WaitTime.of(asking(315_576_000_000L)).toNanos()).isPositive();
  }

  private static Duration within(Duration deadline, WaitOperationRequest request) throws Exception {
    try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        Context.CancellableContext call =
            Context.current().withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS, timer)) {
      return call.call(() -> WaitTime.of(request));
    }
  }

  private static WaitOperationRequest asking(long seconds) {
    return WaitOperationRequest.newBuilder()
        .setTimeout(com.google.protobuf.Duration.newBuilder().setSeconds(seconds))
        .build();
  }
}
