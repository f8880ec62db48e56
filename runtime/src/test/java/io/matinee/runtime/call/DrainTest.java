package io.matinee.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.GetAliasRequest;
import io.matinee.proto.trainer.v1.GetAliasResponse;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import io.matinee.proto.trainer.v1.WatchAliasRequest;
import io.matinee.proto.trainer.v1.WatchAliasResponse;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.server.RunningServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrainTest {
  private final Drain drain = new Drain();
  private final RunningServer running = new RunningServer();
  private final SlowRegistry registry = new SlowRegistry();
  private Server server;
  private ManagedChannel channel;

  @BeforeEach
  void start() throws Exception {
    CallChain chain =
        new CallChain(
            List.of(
                new ErrorInterceptor(new ErrorTranslation(() -> {}, () -> {})),
                new DrainInterceptor(drain)));
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(ServerInterceptors.intercept(registry, chain))
            .build()
            .start();
    running.built(server);
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void letsCallsInFlightEndAndNoNewConnectionsIn() throws Exception {
    Future<GetAliasResponse> inFlight =
        ModelRegistryServiceGrpc.newFutureStub(channel)
            .getAlias(GetAliasRequest.getDefaultInstance());
    StreamObserver<GetAliasResponse> answer = registry.calls.poll(20, TimeUnit.SECONDS);

    running.beginEnd();
    drain.begin();

    assertThat(inFlight).isNotDone();
    answer.onNext(GetAliasResponse.getDefaultInstance());
    answer.onCompleted();
    assertThat(inFlight.get(20, TimeUnit.SECONDS)).isNotNull();
    assertThat(running.end(Duration.ofSeconds(20))).isTrue();
    assertThatThrownBy(() -> stub().getAlias(GetAliasRequest.getDefaultInstance()))
        .satisfies(
            failure ->
                assertThat(Status.fromThrowable(failure).getCode())
                    .isEqualTo(Status.Code.UNAVAILABLE));
  }

  @Test
  void cutsOffWhatLastsTooLong() throws Exception {
    Future<GetAliasResponse> inFlight =
        ModelRegistryServiceGrpc.newFutureStub(channel)
            .getAlias(GetAliasRequest.getDefaultInstance());
    assertThat(registry.calls.poll(20, TimeUnit.SECONDS)).isNotNull();

    running.beginEnd();

    assertThat(running.end(Duration.ZERO)).isFalse();
    assertThat(inFlight)
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableOfType(ExecutionException.class);
    assertThat(running.end(Duration.ofSeconds(20))).isTrue();
  }

  @Test
  void endsWatches() throws Exception {
    Iterator<WatchAliasResponse> watch = stub().watchAlias(WatchAliasRequest.getDefaultInstance());
    assertThat(watch.next().getHeartbeat()).isTrue();
    running.beginEnd();
    drain.begin();
    assertShuttingDown(watch::next);
    assertThat(running.end(Duration.ofSeconds(20))).isTrue();
    registry.watcher.get(20, TimeUnit.SECONDS).onNext(WatchAliasResponse.getDefaultInstance());
  }

  @Test
  void endsWatchesThatBeganTooLate() {
    drain.begin();
    assertShuttingDown(() -> stub().watchAlias(WatchAliasRequest.getDefaultInstance()).next());
  }

  private ModelRegistryServiceBlockingStub stub() {
    return ModelRegistryServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(20, TimeUnit.SECONDS);
  }

  private static void assertShuttingDown(Runnable call) {
    assertThatThrownBy(call::run)
        .satisfies(
            failure -> assertThat(ErrorStatus.reason(failure)).contains(Reason.SHUTTING_DOWN));
  }

  /** Hands its calls over instead of answering them. */
  private static final class SlowRegistry
      extends ModelRegistryServiceGrpc.ModelRegistryServiceImplBase {
    private final SynchronousQueue<StreamObserver<GetAliasResponse>> calls =
        new SynchronousQueue<>();
    private final CompletableFuture<StreamObserver<WatchAliasResponse>> watcher =
        new CompletableFuture<>();

    @Override
    public void getAlias(GetAliasRequest request, StreamObserver<GetAliasResponse> observer) {
      try {
        calls.put(observer);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void watchAlias(WatchAliasRequest request, StreamObserver<WatchAliasResponse> observer) {
      observer.onNext(WatchAliasResponse.newBuilder().setHeartbeat(true).build());
      watcher.complete(observer);
    }
  }
}
