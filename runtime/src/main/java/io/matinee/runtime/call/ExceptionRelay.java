package io.matinee.runtime.call;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import jakarta.inject.Singleton;

/** Hands exceptions from handlers on whole, for {@link ErrorInterceptor} to translate. */
@Singleton
public class ExceptionRelay implements ExceptionHandlerProvider {
  @Override
  public <Q, R> ExceptionHandler<Q, R> createHandler(
      ServerCall.Listener<Q> listener, ServerCall<Q, R> call, Metadata headers) {
    return new Relay<>(listener, call, headers);
  }

  @Override
  public Throwable transform(Throwable failure) {
    return FailureStatus.of(failure).asException(FailureStatus.trailers(failure));
  }

  private static final class Relay<Q, R> extends ExceptionHandler<Q, R> {
    Relay(ServerCall.Listener<Q> listener, ServerCall<Q, R> call, Metadata headers) {
      super(listener, call, headers);
    }

    @Override
    protected void handleException(
        Throwable failure, ServerCall<Q, R> call, Metadata requestHeaders) {
      FailureStatus.close(call, failure);
    }
  }
}
