package io.matinee.runtime.call;

import com.google.longrunning.WaitOperationRequest;
import io.grpc.Context;
import io.grpc.Deadline;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.time.Times;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How long a call of WaitOperation waits: never so long that its answer comes too late. */
public final class WaitTime {
  private static final Duration LONGEST = Duration.ofDays(36_500);

  /** A wait ends this long before the call's deadline, so that its answer still arrives. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private WaitTime() {}

  /**
   * Returns how long the present call may wait: as long as it asks to, or until its deadline,
   * whichever comes first.
   *
   * @return the time, a hundred years where neither is said
   * @throws MatineeException INVALID_REQUEST naming the field {@code timeout} when it is negative
   */
  public static Duration of(WaitOperationRequest request) {
    Duration left = left(Context.current().getDeadline());
    Duration asked = request.hasTimeout() ? asked(request.getTimeout()) : LONGEST;
    return asked.compareTo(left) < 0 ? asked : left;
  }

  private static Duration asked(com.google.protobuf.Duration timeout) {
    if (timeout.getSeconds() < 0 || timeout.getNanos() < 0) {
      String problem = "must be a duration of 0 s or more";
      throw MatineeException.of(Reason.INVALID_REQUEST, "timeout " + problem)
          .onField("timeout", problem);
    }
    return timeout.getSeconds() >= LONGEST.getSeconds() ? LONGEST : Times.duration(timeout);
  }

  private static Duration left(@Nullable Deadline deadline) {
    if (deadline == null) {
      return LONGEST;
    }
    Duration left = Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS)).minus(MARGIN);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
