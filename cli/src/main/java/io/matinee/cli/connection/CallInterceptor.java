package io.matinee.cli.connection;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Gives every call a deadline when it has none, and the bearer token. */
final class CallInterceptor implements ClientInterceptor {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final Duration deadline;
  private final Optional<String> token;

  CallInterceptor(Duration deadline, Optional<String> token) {
    this.deadline = deadline;
    this.token = token;
  }

  @Override
  public <Q, P> ClientCall<Q, P> interceptCall(
      MethodDescriptor<Q, P> method, CallOptions options, Channel next) {
    CallOptions limited =
        options.getDeadline() == null
            ? options.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
            : options;
    return new SimpleForwardingClientCall<>(next.newCall(method, limited)) {
      @Override
      public void start(Listener<P> listener, Metadata headers) {
        token.ifPresent(value -> headers.put(AUTHORIZATION, "Bearer " + value));
        super.start(listener, headers);
      }
    };
  }
}
