package io.matinee.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.Alias;
import io.matinee.proto.trainer.v1.GetAliasRequest;
import io.matinee.proto.trainer.v1.GetAliasResponse;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestIdForwardingTest {
  private Server server;
  private ManagedChannel channel;

  @BeforeEach
  void start() throws Exception {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(
                ServerInterceptors.intercept(new NamingRegistry(), new RequestIdInterceptor()))
            .build()
            .start();
    channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
            .usePlaintext()
            .intercept(new RequestIdForwarding())
            .build();
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void callsWithinACallGoByItsId() throws Exception {
    Context call = Context.current().withValue(RequestId.CONTEXT, "my-request");

    assertThat(call.call(this::heardId)).isEqualTo("my-request");
    assertThat(call.fork().call(this::heardId)).isEqualTo("my-request");
  }

  @Test
  void callsOutsideOfCallsGetAnIdOfTheirOwn() {
    assertThat(heardId()).matches("[0-9a-f]{16}");
  }

  private String heardId() {
    return ModelRegistryServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(20, TimeUnit.SECONDS)
        .getAlias(GetAliasRequest.getDefaultInstance())
        .getAlias()
        .getName();
  }

  /** Answers with an alias that is named as the call that asked for it. */
  private static final class NamingRegistry
      extends ModelRegistryServiceGrpc.ModelRegistryServiceImplBase {
    @Override
    public void getAlias(GetAliasRequest request, StreamObserver<GetAliasResponse> observer) {
      observer.onNext(
          GetAliasResponse.newBuilder()
              .setAlias(Alias.newBuilder().setName(RequestId.current()))
              .build());
      observer.onCompleted();
    }
  }
}
