package io.matinee.runtime.call;

import io.grpc.Context;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.vertx.core.Vertx;
import org.jboss.logging.MDC;

/**
 * Gives every call an id, and shows it in logs, in the answer's header and in a failure's trailer.
 */
final class RequestIdInterceptor implements ServerInterceptor {
  /** The key of the id in the log's context. */
  static final String LOG_KEY = "request_id";

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    String id = RequestId.of(headers);
    if (Vertx.currentContext() != null) {
      // Belongs to the call's own Vert.x context, so it ends with the call.
      MDC.put(LOG_KEY, id);
    }
    Context context = Context.current().withValue(RequestId.CONTEXT, id);
    return CallContext.start(context, new LabelledCall<>(call, id), headers, next);
  }

  private static final class LabelledCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private final String id;

    LabelledCall(ServerCall<Q, R> call, String id) {
      super(call);
      this.id = id;
    }

    @Override
    public void sendHeaders(Metadata headers) {
      headers.put(RequestId.HEADER, id);
      super.sendHeaders(headers);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (!status.isOk()) {
        trailers.put(RequestId.HEADER, id);
      }
      super.close(status, trailers);
    }
  }
}
