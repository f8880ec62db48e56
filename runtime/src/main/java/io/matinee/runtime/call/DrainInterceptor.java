package io.matinee.runtime.call;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;

/**
 * Ends the calls that never end by themselves once the process is ending: methods named {@code
 * Watch…}, and those that last as long as their caller likes. The server waits for all others.
 */
final class DrainInterceptor implements ServerInterceptor {
  private final Drain drain;

  DrainInterceptor(Drain drain) {
    this.drain = drain;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    return isEndless(call.getMethodDescriptor())
        ? startWatch(call, headers, next)
        : next.startCall(call, headers);
  }

  private <Q, R> ServerCall.Listener<Q> startWatch(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    SerializedCall<Q, R> endable = new SerializedCall<>(call);
    Runnable end = () -> end(endable);
    Runnable over = () -> drain.unwatch(end);
    drain.watch(end);
    try {
      return new EndListener<>(next.startCall(endable, headers), over);
    } catch (RuntimeException | Error failure) {
      over.run();
      throw failure;
    }
  }

  private static boolean isEndless(MethodDescriptor<?, ?> method) {
    String name = method.getBareMethodName();
    return method.getType() == MethodType.BIDI_STREAMING
        || (name != null && name.startsWith("Watch"));
  }

  private static void end(ServerCall<?, ?> call) {
    MatineeException ending =
        MatineeException.of(
            Reason.SHUTTING_DOWN, "the service is stopping; call another replica, or again later");
    call.close(Status.UNAVAILABLE.withCause(ending), new Metadata());
  }
}
