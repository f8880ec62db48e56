package io.matinee.runtime.server;

import io.netty.channel.Channel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Listens for connections and keeps a number of them at most. When there are more, the oldest one
 * without a call makes room, so that whoever opens connections and asks for nothing shuts nobody
 * out; when all have calls, the new one is closed before it has cost anything: neither a TLS
 * handshake nor a buffer.
 */
final class BoundedListener extends NioServerSocketChannel {
  private final int most;
  private final Runnable closings;

  /** By their number: the oldest first. */
  private final Map<Long, Channel> open = new ConcurrentSkipListMap<>();

  private long accepted;

  /**
   * Makes a listener.
   *
   * @param most how many connections may be open
   * @param closings is run before each is closed for that
   */
  BoundedListener(int most, Runnable closings) {
    this.most = most;
    this.closings = closings;
  }

  @Override
  protected int doReadMessages(List<Object> connections) throws Exception {
    int count = super.doReadMessages(connections);
    if (count <= 0) {
      return count;
    }
    Channel connection = (Channel) connections.getLast();
    if (open.size() >= most && !makeRoom()) {
      connections.removeLast();
      closings.run();
      connection.unsafe().closeForcibly();
      return 0;
    }
    long number = accepted++;
    open.put(number, connection);
    connection.closeFuture().addListener(_ -> open.remove(number));
    connection.pipeline().addFirst(new EmptyFrameGuard());
    return count;
  }

  private boolean makeRoom() {
    Optional<Map.Entry<Long, Channel>> idle =
        open.entrySet().stream().filter(entry -> isIdle(entry.getValue())).findFirst();
    idle.ifPresent(
        entry -> {
          open.remove(entry.getKey());
          closings.run();
          close(entry.getValue());
        });
    return idle.isPresent();
  }

  /** Without good-bye: a client that does not read would not let it through. */
  private static void close(Channel connection) {
    connection
        .eventLoop()
        .execute(() -> connection.unsafe().close(connection.unsafe().voidPromise()));
  }

  /** Without a call, or not even past its handshake. */
  private static boolean isIdle(Channel connection) {
    Http2ConnectionHandler handler = connection.pipeline().get(Http2ConnectionHandler.class);
    return connection.isRegistered()
        && (handler == null
            || handler.connection() == null
            || handler.connection().numActiveStreams() == 0);
  }
}
