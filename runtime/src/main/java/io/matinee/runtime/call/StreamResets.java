package io.matinee.runtime.call;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import jakarta.inject.Singleton;

/**
 * Gives every call a way to be ended with all that was sent and not read. Closing it does not do
 * that: its status waits behind what nobody reads.
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
    return new Unread();
  }

  private static final class Unread extends ResettableStream {
    @Override
    public Context filterContext(Context context) {
      Runnable reset = () -> reset("the caller does not read");
      return super.filterContext(context.withValue(RESET, reset));
    }
  }
}
