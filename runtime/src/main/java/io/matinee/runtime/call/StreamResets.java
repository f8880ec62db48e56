package io.matinee.runtime.call;

import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Gives every call a way to be ended with all that was sent and not read (RST_STREAM). Closing it
 * does not do that: its status waits behind what nobody reads.
 */
@Singleton
public final class StreamResets extends ServerStreamTracer.Factory {
  private static final Context.Key<Runnable> RESET =
      Context.keyWithDefault("matinee.stream-reset", () -> {});

  /** Returns what ends the present call. */
  static Runnable current() {
    return RESET.get();
  }

  @Override
  public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
    return new Resettable();
  }

  /** gRPC resets a stream when a context around its own passes a deadline. */
  private static final class Resettable extends ServerStreamTracer implements Runnable {
    private volatile @Nullable CancellableContext around;

    @Override
    public Context filterContext(Context context) {
      CancellableContext made = context.withValue(RESET, this).withCancellation();
      around = made;
      return made;
    }

    @Override
    public void run() {
      CancellableContext present = around;
      if (present != null) {
        present.cancel(new TimeoutException("the caller does not read"));
      }
    }
  }
}
