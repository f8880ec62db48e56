package io.matinee.runtime.call;

import io.grpc.Context;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Hears whether the caller of the present call gives up while it is worked for. */
public final class GivenUp implements AutoCloseable {
  private final CompletableFuture<@Nullable Void> future = new CompletableFuture<>();
  private final Context.CancellationListener listener = cancelled -> future.complete(null);
  private final Context call;

  private GivenUp(Context call) {
    this.call = call;
  }

  /** Listens to the call of the present thread; to be closed by the same. */
  public static GivenUp ofCall() {
    GivenUp heard = new GivenUp(Context.current());
    heard.call.addListener(heard.listener, Runnable::run);
    return heard;
  }

  /** Returns what completes once the caller has given up, or the call's deadline has passed. */
  public CompletableFuture<?> future() {
    return future;
  }

  /** Listens no more. */
  @Override
  public void close() {
    call.removeListener(listener);
  }
}
