package io.matinee.runtime.call;

import com.google.protobuf.Message;
import io.grpc.Context;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Starts the work of unary calls once their request is complete: on the event loop, or in the pool
 * when it is heavy. Work whose caller has given up, or whose deadline has passed, is not started.
 */
final class WorkInterceptor implements ServerInterceptor {
  private final HeavyCalls heavy;
  private final WorkPool pool;

  WorkInterceptor(HeavyCalls heavy, WorkPool pool) {
    this.heavy = heavy;
    this.pool = pool;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    ServerCall.Listener<Q> listener = next.startCall(call, headers);
    return call.getMethodDescriptor().getType() == MethodType.UNARY
        ? new WorkListener<>(listener, call)
        : listener;
  }

  private final class WorkListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final ServerCall<Q, ?> call;
    private boolean inPool;

    WorkListener(ServerCall.Listener<Q> listener, ServerCall<Q, ?> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      inPool = message instanceof Message request && heavy.isHeavy(request);
      super.onMessage(message);
    }

    @Override
    public void onHalfClose() {
      if (!inPool) {
        work();
        return;
      }
      try {
        pool.execute(this::workAlone);
      } catch (RejectedExecutionException full) {
        FailureStatus.close(call, AdmissionInterceptor.tooMuch("too many heavy calls wait"));
      }
    }

    private void work() {
      if (!call.isCancelled() && !Context.current().isCancelled()) {
        super.onHalfClose();
      }
    }

    private void workAlone() {
      try {
        work();
      } catch (RuntimeException | Error failure) {
        FailureStatus.close(call, failure);
      }
    }
  }
}
