package io.matinee.runtime.call;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Gives unary calls whose caller sets no deadline a default one, and those with a distant one a
 * nearer; streams may last, and so may calls that wait rather than work. A call whose reply is not
 * read by then is ended with its reply.
 */
final class DeadlineInterceptor implements ServerInterceptor {
  private final Duration byDefault;
  private final Duration longest;
  private final Set<String> waiting;
  private final ScheduledExecutorService timer;

  /**
   * Makes an interceptor.
   *
   * @param waiting full names of methods that wait rather than work
   */
  DeadlineInterceptor(
      Duration byDefault, Duration longest, Set<String> waiting, ScheduledExecutorService timer) {
    this.byDefault = byDefault;
    this.longest = longest;
    this.waiting = waiting;
    this.timer = timer;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    Deadline given = Context.current().getDeadline();
    if (mayLast(call.getMethodDescriptor()) || isNear(given)) {
      return next.startCall(call, headers);
    }
    Duration limit = given == null ? byDefault : longest;
    Context.CancellableContext context =
        Context.current().withDeadlineAfter(limit.toNanos(), TimeUnit.NANOSECONDS, timer);
    TimedCall<Q, R> timed = new TimedCall<>(call, limit);
    context.addListener(timed::cancelled, Runnable::run);
    return new EndListener<>(
        CallContext.start(context, timed, headers, next), () -> context.cancel(null));
  }

  private boolean mayLast(MethodDescriptor<?, ?> method) {
    return method.getType() != MethodType.UNARY || waiting.contains(method.getFullMethodName());
  }

  private boolean isNear(@Nullable Deadline given) {
    return given != null && given.timeRemaining(TimeUnit.NANOSECONDS) <= longest.toNanos();
  }

  private static final class TimedCall<Q, R> extends SerializedCall<Q, R> {
    private final Duration limit;
    private final Runnable reset = StreamResets.current();
    private volatile boolean answered;

    TimedCall(ServerCall<Q, R> call, Duration limit) {
      super(call);
      this.limit = limit;
    }

    @Override
    public void sendMessage(R message) {
      answered = true;
      super.sendMessage(message);
    }

    void cancelled(Context cancelled) {
      if (!(cancelled.cancellationCause() instanceof TimeoutException)) {
        return;
      }
      if (answered) {
        reset.run();
        return;
      }
      String text = "not done within " + limit.toMillis() + " ms, the longest that this call may";
      MatineeException late = MatineeException.of(Reason.DEADLINE_EXCEEDED, text);
      super.close(Status.DEADLINE_EXCEEDED.withCause(late), new Metadata());
    }
  }
}
