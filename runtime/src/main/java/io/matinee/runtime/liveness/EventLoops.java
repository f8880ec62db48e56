package io.matinee.runtime.liveness;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The event loops, which carry gRPC and HTTP, and those that accept connections. */
@Singleton
public class EventLoops implements Hearts {
  private final List<Heart> hearts = new ArrayList<>();

  @Inject
  EventLoops(Vertx vertx) {
    VertxInternal inner = (VertxInternal) vertx;
    inner.getEventLoopGroup().forEach(loop -> add("event-loop", loop));
    inner.getAcceptorEventLoopGroup().forEach(loop -> add("acceptor", loop));
  }

  @Override
  public List<Heart> hearts() {
    return List.copyOf(hearts);
  }

  private void add(String kind, EventExecutor loop) {
    hearts.add(new Heart(kind + "-" + hearts.size(), loop));
  }
}
