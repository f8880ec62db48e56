package io.matinee.runtime.call;

import com.google.protobuf.Message;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;

/**
 * Checks every message that comes in, before a handler sees it, and that a call which takes one
 * message has one.
 */
final class ValidationInterceptor implements ServerInterceptor {
  private final RequestValidator validator;

  ValidationInterceptor(RequestValidator validator) {
    this.validator = validator;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    return new CheckingListener<>(next.startCall(call, headers), call);
  }

  private final class CheckingListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final ServerCall<Q, ?> call;
    private final boolean takesOne;
    private int messages;
    private boolean refused;

    CheckingListener(ServerCall.Listener<Q> listener, ServerCall<Q, ?> call) {
      super(listener);
      this.call = call;
      this.takesOne = call.getMethodDescriptor().getType().clientSendsOneMessage();
    }

    @Override
    public void onMessage(Q message) {
      messages++;
      if (refused) {
        return;
      }
      try {
        check(message);
      } catch (MatineeException wrong) {
        refuse(wrong);
        return;
      }
      super.onMessage(message);
    }

    @Override
    public void onHalfClose() {
      if (!refused && takesOne && messages == 0) {
        refuse(invalid("the call has no message; send one"));
      }
      if (!refused) {
        super.onHalfClose();
      }
    }

    private void check(Q message) {
      MatineeException unread = RequestRefusal.of(call);
      if (unread != null) {
        throw unread;
      }
      if (takesOne && messages > 1) {
        throw invalid("the call has more than one message; send one");
      }
      validator.check((Message) message);
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

  private static MatineeException invalid(String text) {
    return MatineeException.of(Reason.INVALID_REQUEST, text);
  }
}
