package io.matinee.runtime.call;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends failed calls in the words of the error catalogue, whether a handler throws or passes its
 * failure to {@code onError}.
 */
final class ErrorInterceptor implements ServerInterceptor {
  private final ErrorTranslation translation;

  ErrorInterceptor(ErrorTranslation translation) {
    this.translation = translation;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    TranslatedCall<Q, R> translated = new TranslatedCall<>(call);
    try {
      return new CatchingListener<>(next.startCall(translated, headers), translated);
    } catch (RuntimeException | Error failure) {
      translated.fail(failure);
      return new ServerCall.Listener<>() {};
    }
  }

  private final class TranslatedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private final String requestId = RequestId.current();
    private final AtomicBoolean closed = new AtomicBoolean();

    TranslatedCall(ServerCall<Q, R> call) {
      super(call);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (!closed.compareAndSet(false, true)) {
        return;
      }
      if (status.isOk()) {
        super.close(status, trailers);
        return;
      }
      StatusRuntimeException told =
          translation.translate(
              status, trailers, getMethodDescriptor().getFullMethodName(), requestId);
      Metadata details = told.getTrailers();
      super.close(told.getStatus(), details == null ? new Metadata() : details);
    }

    void fail(Throwable failure) {
      FailureStatus.close(this, failure);
    }
  }

  private static final class CatchingListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final ErrorInterceptor.TranslatedCall<Q, ?> call;

    CatchingListener(ServerCall.Listener<Q> listener, TranslatedCall<Q, ?> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      attempt(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      attempt(super::onHalfClose);
    }

    @Override
    public void onReady() {
      attempt(super::onReady);
    }

    private void attempt(Runnable step) {
      try {
        step.run();
      } catch (RuntimeException | Error failure) {
        call.fail(failure);
      }
    }
  }
}
