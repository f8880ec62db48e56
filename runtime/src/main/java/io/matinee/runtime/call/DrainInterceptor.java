package io.matinee.runtime.call;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls in and out, and turns new ones away once the process is ending. Methods named {@code
 * Watch…} never end by themselves, so they are ended.
 */
final class DrainInterceptor implements ServerInterceptor {
  private static final String HEALTH = "grpc.health.v1.Health";

  private final Drain drain;

  DrainInterceptor(Drain drain) {
    this.drain = drain;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    boolean watch = isWatch(call.getMethodDescriptor().getBareMethodName());
    if (!watch && HEALTH.equals(call.getMethodDescriptor().getServiceName())) {
      return next.startCall(call, headers);
    }
    if (!drain.enter()) {
      end(call);
      return new ServerCall.Listener<>() {};
    }
    return watch ? startWatch(call, headers, next) : start(call, headers, next, drain::leave);
  }

  private <Q, R> ServerCall.Listener<Q> startWatch(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    SerializedCall<Q, R> endable = new SerializedCall<>(call);
    Runnable end = () -> end(endable);
    drain.watch(end);
    return start(
        endable,
        headers,
        next,
        () -> {
          drain.unwatch(end);
          drain.leave();
        });
  }

  private static <Q, R> ServerCall.Listener<Q> start(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next, Runnable over) {
    try {
      return new CountedListener<>(next.startCall(call, headers), over);
    } catch (RuntimeException | Error failure) {
      over.run();
      throw failure;
    }
  }

  private static boolean isWatch(@Nullable String method) {
    return method != null && method.startsWith("Watch");
  }

  private static void end(ServerCall<?, ?> call) {
    MatineeException ending =
        MatineeException.of(
            Reason.SHUTTING_DOWN, "the service is stopping; call another replica, or again later");
    call.close(Status.UNAVAILABLE.withCause(ending), new Metadata());
  }

  private static final class CountedListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final Runnable over;
    private final AtomicBoolean told = new AtomicBoolean();

    CountedListener(ServerCall.Listener<Q> listener, Runnable over) {
      super(listener);
      this.over = over;
    }

    @Override
    public void onComplete() {
      try {
        super.onComplete();
      } finally {
        tell();
      }
    }

    @Override
    public void onCancel() {
      try {
        super.onCancel();
      } finally {
        tell();
      }
    }

    private void tell() {
      if (told.compareAndSet(false, true)) {
        over.run();
      }
    }
  }
}
