package io.matinee.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Attributes;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.WatchAliasRequest;
import io.matinee.proto.trainer.v1.WatchAliasResponse;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedListenerTest {
  private static final int MOST = 2;
  private static final int END = -1;
  private static final int PATIENCE_MILLISECONDS = 20_000;

  private final AtomicInteger closed = new AtomicInteger();
  private final Semaphore ended = new Semaphore(0);
  private EventLoopGroup loops;
  private Server server;

  @BeforeEach
  void start() throws Exception {
    loops = new NioEventLoopGroup(1);
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .channelFactory(() -> new BoundedListener(MOST, closed::incrementAndGet))
            .bossEventLoopGroup(loops)
            .workerEventLoopGroup(loops)
            .addService(new EndlessWatches())
            .addTransportFilter(
                new ServerTransportFilter() {
                  @Override
                  public void transportTerminated(Attributes connection) {
                    ended.release();
                  }
                })
            .build()
            .start();
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
    loops.shutdownGracefully();
  }

  @Test
  void theOldestConnectionWithoutACallMakesRoom() throws Exception {
    try (Socket first = connect();
        Socket second = connect()) {
      assertThat(isServed(first)).isTrue();
      assertThat(isServed(second)).isTrue();
      try (Socket third = connect()) {
        assertThat(isServed(third)).isTrue();
        awaitEnd(first);
        assertThat(closed).hasValue(1);
      }
    }
  }

  @Test
  void connectionsWithCallsStayAndTheNewOneGoes() throws Exception {
    List<ManagedChannel> busy = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      busy.add(watching());
    }
    try (Socket third = connect()) {
      assertThat(isServed(third)).isFalse();
      assertThat(closed).hasValue(1);
      busy.getFirst().shutdownNow();
      assertThat(ended.tryAcquire(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)).isTrue();
    }
    try (Socket fourth = connect()) {
      assertThat(isServed(fourth)).isTrue();
    }
    busy.forEach(ManagedChannel::shutdownNow);
  }

  /** Returns a connection with a call that goes on. */
  private ManagedChannel watching() {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()))
            .usePlaintext()
            .build();
    ModelRegistryServiceGrpc.newBlockingStub(channel)
        .watchAlias(WatchAliasRequest.getDefaultInstance())
        .next();
    return channel;
  }

  /** Fails by a timeout while the server keeps the connection. */
  private static void awaitEnd(Socket connection) throws IOException {
    connection.setSoTimeout(PATIENCE_MILLISECONDS);
    try {
      connection.getInputStream().readAllBytes();
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
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

  private static final class EndlessWatches
      extends ModelRegistryServiceGrpc.ModelRegistryServiceImplBase {
    @Override
    public void watchAlias(
        WatchAliasRequest request, StreamObserver<WatchAliasResponse> responses) {
      responses.onNext(WatchAliasResponse.getDefaultInstance());
    }
  }
}
