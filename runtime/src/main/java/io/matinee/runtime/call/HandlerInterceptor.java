package io.matinee.runtime.call;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import io.quarkus.grpc.runtime.Interceptors;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Singleton;

/**
 * Holds the place of a call at work while its handler runs, on whichever thread that is. What is
 * around it, on the event loop, only hears that the call was given up.
 */
@Singleton
@GlobalInterceptor
public class HandlerInterceptor implements ServerInterceptor, Prioritized {
  private static final int WITHIN_WORKERS = Interceptors.BLOCKING_HANDLER - 1;

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    return new HandlerListener<>(next.startCall(call, headers));
  }

  @Override
  public int getPriority() {
    return WITHIN_WORKERS;
  }

  private static final class HandlerListener<Q> extends SimpleForwardingServerCallListener<Q> {
    HandlerListener(ServerCall.Listener<Q> handler) {
      super(handler);
    }

    @Override
    public void onHalfClose() {
      PlaceAtWork place = PlaceAtWork.current();
      if (place == null) {
        super.onHalfClose();
      } else if (place.enter()) {
        try {
          super.onHalfClose();
        } finally {
          place.leave();
        }
      }
    }
  }
}
