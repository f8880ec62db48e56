package io.matinee.runtime.call;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import io.matinee.runtime.testing.RawConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A service behind some of the interceptors, and its clients, over a socket. */
final class CallRig implements AutoCloseable {
  private static final int SMALLEST_WINDOW = 1;

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Server server;
  private final List<ManagedChannel> channels = new ArrayList<>();

  CallRig(UnreadReplies replies, BindableService service, Interceptors interceptors)
      throws IOException {
    List<ServerInterceptor> all = new ArrayList<>(interceptors.make(replies, timer));
    all.addFirst(new ErrorInterceptor(new ErrorTranslation(() -> {}, () -> {})));
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addTransportFilter(replies)
            .addStreamTracerFactory(new StreamResets())
            .addService(ServerInterceptors.intercept(service, new CallChain(all)))
            .build()
            .start();
  }

  /** A client that reads what it is sent. */
  ModelRegistryServiceBlockingStub reader() {
    return ModelRegistryServiceGrpc.newBlockingStub(
            channel(NettyChannelBuilder.DEFAULT_FLOW_CONTROL_WINDOW))
        .withDeadlineAfter(20, TimeUnit.SECONDS);
  }

  /** The channel of a client that has room for a byte of each reply. */
  ManagedChannel silent() {
    return channel(SMALLEST_WINDOW);
  }

  /** Returns a connection that never reads on. */
  RawConnection raw() throws IOException {
    return new RawConnection(server.getPort());
  }

  private ManagedChannel channel(int window) {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
            .usePlaintext()
            .initialFlowControlWindow(window)
            .build();
    channels.add(channel);
    return channel;
  }

  /** Makes the interceptors within those that translate errors, the outermost first. */
  @FunctionalInterface
  interface Interceptors {
    List<ServerInterceptor> make(UnreadReplies replies, ScheduledExecutorService timer);
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
    server.shutdownNow();
    timer.shutdownNow();
  }
}
