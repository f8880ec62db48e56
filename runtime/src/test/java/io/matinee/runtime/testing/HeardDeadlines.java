package io.matinee.runtime.testing;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Notes how much time calls have left when they arrive. Thread safe. */
final class HeardDeadlines implements ServerInterceptor {
  private final Map<String, Duration> left = new ConcurrentHashMap<>();

  /** Returns the time of the last call of a method that came with a deadline. */
  Optional<Duration> of(String method) {
    return Optional.ofNullable(left.get(method));
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    Deadline deadline = Context.current().getDeadline();
    if (deadline != null) {
      left.put(
          String.valueOf(call.getMethodDescriptor().getBareMethodName()),
          Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS)));
    }
    return next.startCall(call, headers);
  }
}
