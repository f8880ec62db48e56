package io.matinee.runtime.server;

import io.netty.channel.Channel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Listens for connections and closes those beyond a number at once, before they have cost anything:
 * neither a TLS handshake nor a buffer.
 */
final class BoundedListener extends NioServerSocketChannel {
  private final int most;
  private final Runnable refusals;
  private final AtomicInteger open = new AtomicInteger();

  /**
   * Makes a listener.
   *
   * @param most how many connections may be open
   * @param refusals is run for every one that is closed for that
   */
  BoundedListener(int most, Runnable refusals) {
    this.most = most;
    this.refusals = refusals;
  }

  @Override
  protected int doReadMessages(List<Object> accepted) throws Exception {
    int count = super.doReadMessages(accepted);
    if (count <= 0) {
      return count;
    }
    Channel connection = (Channel) accepted.getLast();
    if (open.incrementAndGet() > most) {
      open.decrementAndGet();
      accepted.removeLast();
      connection.unsafe().closeForcibly();
      refusals.run();
      return 0;
    }
    connection.closeFuture().addListener(_ -> open.decrementAndGet());
    connection.pipeline().addFirst(new EmptyFrameGuard());
    return count;
  }
}
