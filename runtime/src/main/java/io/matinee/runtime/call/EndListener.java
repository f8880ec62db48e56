package io.matinee.runtime.call;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.ServerCall;

/** Has something done once a call is over, answered or given up; whatever its handler does then. */
class EndListener<Q> extends SimpleForwardingServerCallListener<Q> {
  private final Runnable over;

  EndListener(ServerCall.Listener<Q> listener, Runnable over) {
    super(listener);
    this.over = over;
  }

  @Override
  public void onComplete() {
    try {
      super.onComplete();
    } finally {
      over.run();
    }
  }

  @Override
  public void onCancel() {
    try {
      super.onCancel();
    } finally {
      over.run();
    }
  }
}
