package io.matinee.runtime.call;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;

/** A call whose caller never reads of the reply more than its window lets through. */
final class SilentCall {
  private SilentCall() {}

  /** Makes a call; what is returned fails with the call's status, and never completes otherwise. */
  static <Q, R> CompletableFuture<Void> of(
      Channel channel, MethodDescriptor<Q, R> method, Q request) {
    ClientCall<Q, R> call = channel.newCall(method, CallOptions.DEFAULT);
    CompletableFuture<Void> end = new CompletableFuture<>();
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onClose(Status status, Metadata trailers) {
            end.completeExceptionally(status.asRuntimeException(trailers));
          }
        },
        new Metadata());
    call.sendMessage(request);
    call.halfClose();
    return end;
  }
}
