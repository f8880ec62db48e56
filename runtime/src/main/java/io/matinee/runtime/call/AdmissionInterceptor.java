package io.matinee.runtime.call;

import io.grpc.Context;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many unary calls work at once, and turns more away before a handler has begun: those that
 * are let in are then answered soon. A call works from when its request has come whole, so that a
 * caller who only begins calls takes no room, until it is answered, whether or not its reply is
 * read, and its handler has returned, whether or not its caller has given it up.
 */
final class AdmissionInterceptor implements ServerInterceptor {
  private static final Duration RETRY_DELAY = Duration.ofMillis(250);

  private final int most;
  private final Set<String> waiting;
  private final AtomicInteger atWork = new AtomicInteger();

  /**
   * Makes an interceptor.
   *
   * @param most how many calls may be at work
   * @param waiting full names of methods that wait rather than work
   */
  AdmissionInterceptor(int most, Set<String> waiting) {
    this.most = most;
    this.waiting = waiting;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (!isCounted(call.getMethodDescriptor())) {
      return next.startCall(call, headers);
    }
    PlaceAtWork place = new PlaceAtWork(atWork);
    AdmittedCall<Q, R> admitted = new AdmittedCall<>(call, place);
    Context context = Context.current().withValue(PlaceAtWork.CONTEXT, place);
    return new AdmittedListener<>(CallContext.start(context, admitted, headers, next), admitted);
  }

  /** Returns a failure of a call that is turned away. */
  static MatineeException tooMuch(String what) {
    return MatineeException.of(Reason.QUEUE_FULL, what + "; try again in a moment")
        .retryAfter(RETRY_DELAY);
  }

  private boolean isCounted(MethodDescriptor<?, ?> method) {
    return method.getType() == MethodType.UNARY
        && !isOfGrpc(method.getServiceName())
        && !waiting.contains(method.getFullMethodName());
  }

  /** Health must be heard of however much there is to do. */
  static boolean isOfGrpc(@Nullable String service) {
    return service != null && service.startsWith("grpc.");
  }

  private final class AdmittedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private final PlaceAtWork place;

    AdmittedCall(ServerCall<Q, R> call, PlaceAtWork place) {
      super(call);
      this.place = place;
    }

    /** Lets the call work; false, with the call turned away, when too many do. */
    boolean begin() {
      if (place.begin(most)) {
        return true;
      }
      MatineeException full = tooMuch(most + " calls are at work");
      super.close(Status.RESOURCE_EXHAUSTED.withCause(full), new Metadata());
      return false;
    }

    @Override
    public void close(Status status, Metadata trailers) {
      place.end();
      super.close(status, trailers);
    }
  }

  private static final class AdmittedListener<Q> extends EndListener<Q> {
    private final AdmissionInterceptor.AdmittedCall<Q, ?> call;

    AdmittedListener(ServerCall.Listener<Q> listener, AdmittedCall<Q, ?> call) {
      super(listener, call.place::end);
      this.call = call;
    }

    @Override
    public void onHalfClose() {
      if (call.begin()) {
        super.onHalfClose();
      }
    }
  }
}
