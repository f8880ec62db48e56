package io.matinee.runtime.testing;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.matinee.runtime.error.MatineeException;
import java.util.Optional;

/** Refuses every call, while there is something to refuse it with. Thread safe. */
final class RefusedCalls implements ServerInterceptor {
  private volatile Optional<MatineeException> refusal = Optional.empty();

  void refuse(Optional<MatineeException> with) {
    refusal = with;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    Optional<MatineeException> now = refusal;
    if (now.isEmpty()) {
      return next.startCall(call, headers);
    }
    StatusRuntimeException refused = now.get().toStatus();
    call.close(refused.getStatus(), refused.getTrailers());
    return new ServerCall.Listener<>() {};
  }
}
