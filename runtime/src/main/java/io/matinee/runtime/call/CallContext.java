package io.matinee.runtime.call;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.smallrye.common.vertx.VertxContext;

/** Starts a call in a gRPC context, on whichever thread its handler will run. */
final class CallContext {
  private CallContext() {}

  /** Starts a call in a context. */
  static <Q, R> ServerCall.Listener<Q> start(
      Context context, ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (!VertxContext.isOnDuplicatedContext()) {
      return Contexts.interceptCall(context, call, headers, next);
    }
    // Quarkus keeps the gRPC context in the call's own Vert.x context, which goes along to worker
    // threads and ends with the call: there is nothing to restore.
    var unused = context.attach();
    return next.startCall(call, headers);
  }
}
