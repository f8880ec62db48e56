package io.matinee.runtime.server;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Runs what a call brings about on the event loop that brings it, within a Vert.x context, which
 * Quarkus' interceptors need. What comes from any other thread goes to some event loop. Thread
 * safe.
 */
final class EventLoopExecutor implements Executor {
  private final List<ContextInternal> contexts = new ArrayList<>();
  private final ThreadLocal<@Nullable ContextInternal> own =
      ThreadLocal.withInitial(this::ofThread);

  EventLoopExecutor(VertxInternal vertx) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    for (EventExecutor loop : vertx.getEventLoopGroup()) {
      contexts.add(vertx.createEventLoopContext((EventLoop) loop, null, loader));
    }
  }

  @Override
  public void execute(Runnable command) {
    ContextInternal context = own.get();
    if (context == null) {
      any().runOnContext(_ -> command.run());
    } else {
      context.dispatch(command);
    }
  }

  private @Nullable ContextInternal ofThread() {
    return contexts.stream()
        .filter(context -> context.nettyEventLoop().inEventLoop())
        .findFirst()
        .orElse(null);
  }

  private ContextInternal any() {
    return contexts.get(ThreadLocalRandom.current().nextInt(contexts.size()));
  }
}
