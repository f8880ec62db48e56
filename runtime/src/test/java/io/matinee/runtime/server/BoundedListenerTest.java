package io.matinee.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedListenerTest {
  private static final int MOST = 2;
  private static final int END = -1;

  private final AtomicInteger refused = new AtomicInteger();
  private EventLoopGroup loops;
  private Server server;

  @BeforeEach
  void start() throws Exception {
    loops = new NioEventLoopGroup(1);
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .channelFactory(() -> new BoundedListener(MOST, refused::incrementAndGet))
            .bossEventLoopGroup(loops)
            .workerEventLoopGroup(loops)
            .build()
            .start();
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
    loops.shutdownGracefully();
  }

  @Test
  void closesConnectionsBeyondTheLimitUntilOthersEnd() throws Exception {
    try (Socket first = connect();
        Socket second = connect();
        Socket third = connect()) {
      assertThat(isServed(first)).isTrue();
      assertThat(isServed(second)).isTrue();
      assertThat(isServed(third)).isFalse();
      assertThat(refused).hasValue(1);
      second.shutdownOutput();
      while (second.getInputStream().read() != END) {
        // The server says good-bye, and closes.
      }
      try (Socket fourth = connect()) {
        assertThat(isServed(fourth)).isTrue();
        assertThat(refused).hasValue(1);
      }
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.getPort());
  }

  /** The server of HTTP/2 sends its settings first. */
  private static boolean isServed(Socket connection) throws IOException {
    try {
      return connection.getInputStream().read() != END;
    } catch (SocketException reset) {
      return false;
    }
  }
}
