package io.matinee.runtime.call;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.liveness.OwnedScheduler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gives unary calls whose caller sets no deadline a default one; streams may last. */
final class DeadlineInterceptor implements ServerInterceptor, AutoCloseable {
  private final Duration defaultDeadline;
  private final OwnedScheduler timer;

  DeadlineInterceptor(Duration defaultDeadline) {
    this.defaultDeadline = defaultDeadline;
    this.timer = new OwnedScheduler("call-deadline");
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    boolean unary = call.getMethodDescriptor().getType() == MethodType.UNARY;
    if (!unary || Context.current().getDeadline() != null) {
      return next.startCall(call, headers);
    }
    Context.CancellableContext context =
        Context.current().withDeadlineAfter(defaultDeadline.toNanos(), TimeUnit.NANOSECONDS, timer);
    TimedCall<Q, R> timed = new TimedCall<>(call, context);
    context.addListener(timed::cancelled, Runnable::run);
    return CallContext.start(context, timed, headers, next);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private final class TimedCall<Q, R> extends SerializedCall<Q, R> {
    private final Context.CancellableContext context;

    TimedCall(ServerCall<Q, R> call, Context.CancellableContext context) {
      super(call);
      this.context = context;
    }

    void cancelled(Context cancelled) {
      if (cancelled.cancellationCause() instanceof TimeoutException) {
        String text =
            "not done within the default deadline of " + defaultDeadline.toMillis() + " ms";
        MatineeException late = MatineeException.of(Reason.DEADLINE_EXCEEDED, text);
        super.close(Status.DEADLINE_EXCEEDED.withCause(late), new Metadata());
      }
    }

    @Override
    public void close(Status status, Metadata trailers) {
      super.close(status, trailers);
      context.cancel(null);
    }
  }
}
