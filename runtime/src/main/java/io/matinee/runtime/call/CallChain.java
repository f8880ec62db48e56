package io.matinee.runtime.call;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.List;

/**
 * Interceptors as one, in a stated order.
 *
 * @param interceptors the outermost first
 */
record CallChain(List<ServerInterceptor> interceptors) implements ServerInterceptor {
  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    ServerCallHandler<Q, R> handler = next;
    for (ServerInterceptor interceptor : interceptors.reversed()) {
      handler = around(interceptor, handler);
    }
    return handler.startCall(call, headers);
  }

  private static <Q, R> ServerCallHandler<Q, R> around(
      ServerInterceptor interceptor, ServerCallHandler<Q, R> inner) {
    return (call, headers) -> interceptor.interceptCall(call, headers, inner);
  }
}
