package io.matinee.runtime.call;

import com.google.protobuf.Message;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.matinee.runtime.error.MatineeException;
import org.jspecify.annotations.Nullable;

/** Checks every message that comes in, before a handler sees it. */
final class ValidationInterceptor implements ServerInterceptor {
  private final RequestValidator validator;

  ValidationInterceptor(RequestValidator validator) {
    this.validator = validator;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    ServerCall.Listener<Q> listener = next.startCall(call, headers);
    return hasRules(call.getMethodDescriptor().getServiceName())
        ? new CheckingListener<>(listener, call)
        : listener;
  }

  /** Health and reflection come with gRPC and have none. */
  private static boolean hasRules(@Nullable String service) {
    return service != null && !service.startsWith("grpc.");
  }

  private final class CheckingListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final ServerCall<Q, ?> call;
    private boolean refused;

    CheckingListener(ServerCall.Listener<Q> listener, ServerCall<Q, ?> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      if (refused) {
        return;
      }
      try {
        validator.check((Message) message);
      } catch (MatineeException wrong) {
        refuse(wrong);
        return;
      }
      super.onMessage(message);
    }

    @Override
    public void onHalfClose() {
      if (!refused) {
        super.onHalfClose();
      }
    }

    private void refuse(MatineeException wrong) {
      refused = true;
      call.close(Status.INVALID_ARGUMENT.withCause(wrong), new Metadata());
      if (!call.getMethodDescriptor().getType().clientSendsOneMessage()) {
        // The handler of a stream has begun; it hears that nothing more comes.
        super.onCancel();
      }
    }
  }
}
