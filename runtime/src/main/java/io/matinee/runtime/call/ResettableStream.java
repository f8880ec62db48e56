package io.matinee.runtime.call;

import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.ServerStreamTracer;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A call's stream, which can be ended with all that was sent and not read (RST_STREAM): gRPC resets
 * a stream when a context around its own passes a deadline. Thread safe.
 */
public class ResettableStream extends ServerStreamTracer {
  private volatile @Nullable CancellableContext around;

  @Override
  public Context filterContext(Context context) {
    CancellableContext made = context.withCancellation();
    around = made;
    return made;
  }

  /** Ends the stream. */
  protected final void reset(String why) {
    CancellableContext present = around;
    if (present != null) {
      present.cancel(new TimeoutException(why));
    }
  }
}
