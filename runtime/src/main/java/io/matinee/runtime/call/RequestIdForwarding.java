package io.matinee.runtime.call;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/**
 * Sends the id of the call that is being answered along with the calls that answering it takes, so
 * that the logs of all services tell it under one id. Thread safe.
 */
@Singleton
@Named("request-id")
public final class RequestIdForwarding implements ClientInterceptor {
  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    String id = RequestId.current();
    ClientCall<Q, R> call = next.newCall(method, options);
    return id.isEmpty() ? call : new LabelledCall<>(call, id);
  }

  private static final class LabelledCall<Q, R> extends SimpleForwardingClientCall<Q, R> {
    private final String id;

    LabelledCall(ClientCall<Q, R> call, String id) {
      super(call);
      this.id = id;
    }

    @Override
    public void start(Listener<R> listener, Metadata headers) {
      headers.put(RequestId.HEADER, id);
      super.start(listener, headers);
    }
  }
}
