package io.matinee.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.proto.trainer.v1.LiveRating;
import io.matinee.proto.trainer.v1.RatingsServiceGrpc;
import io.matinee.proto.trainer.v1.RecordRatingsRequest;
import io.matinee.proto.trainer.v1.RecordRatingsResponse;
import io.matinee.runtime.call.CallConfiguration;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.FakeRegistryResource;
import io.quarkus.grpc.runtime.GrpcServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls whose callers do not wait for what they asked for. */
@QuarkusTest
@Tag("process")
@WithTestResource(FakeRegistryResource.class)
class AbandonedCallsTest {
  private static final int FURTHER_CALLS = 20;

  @Inject GrpcServer server;
  @Inject CallConfiguration configuration;
  @Inject HeldHandlers handlers;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
  }

  @AfterEach
  void disconnect() {
    handlers.letGo();
    channel.shutdownNow();
  }

  @Test
  void holdTheirPlacesUntilTheirHandlersReturn() throws Exception {
    for (int call = 0; call < configuration.atWork(); call++) {
      ListenableFuture<RecordRatingsResponse> abandoned =
          RatingsServiceGrpc.newFutureStub(channel)
              .withDeadlineAfter(1, TimeUnit.MINUTES)
              .recordRatings(request("held"));
      assertThat(handlers.awaitOne()).isTrue();
      abandoned.cancel(true);
    }
    for (int call = 0; call < FURTHER_CALLS; call++) {
      assertThat(reason("held")).contains(Reason.QUEUE_FULL);
      assertThat(handlers.running()).isEqualTo(configuration.atWork());
    }

    handlers.letGo();
    Optional<Reason> answer;
    do {
      answer = reason("unknown");
    } while (answer.equals(Optional.of(Reason.QUEUE_FULL)));
    assertThat(answer).contains(Reason.USER_NOT_FOUND);
  }

  private Optional<Reason> reason(String user) {
    return ErrorStatus.reason(
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                RatingsServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(20, TimeUnit.SECONDS)
                    .recordRatings(request(user))));
  }

  private static RecordRatingsRequest request(String user) {
    return RecordRatingsRequest.newBuilder()
        .setDataset("datasets/movielens")
        .setRequestId("4a7c1b0e-9a3d-4d3b-8f26-0c1d2e3f4a5b")
        .addRatings(LiveRating.newBuilder().setUserId(user).setMovieId("1").setRating(4))
        .build();
  }
}
