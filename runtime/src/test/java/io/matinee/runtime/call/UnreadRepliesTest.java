package io.matinee.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.Alias;
import io.matinee.proto.trainer.v1.ListModelVersionsRequest;
import io.matinee.proto.trainer.v1.ListModelVersionsResponse;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.WatchAliasRequest;
import io.matinee.proto.trainer.v1.WatchAliasResponse;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.RawConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnreadRepliesTest {
  private static final int MOST_BYTES = 4 << 20;
  private static final int REPLY_BYTES = 100 << 10;

  /** So few that a connection has room for a reply though all of its calls have begun. */
  private static final int SILENT_CALLS = 40;

  private static final int CONNECTIONS = 5;
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(200);

  private static final ListModelVersionsRequest REQUEST =
      ListModelVersionsRequest.getDefaultInstance();

  @SuppressWarnings("NullAway.Init") // Set by each test.
  private CallRig rig;

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aFloodThatNobodyReadsIsTurnedAwayAndOthersAreAnswered() throws Exception {
    start(LONG, LONG);
    List<CompletableFuture<Void>> flood = new ArrayList<>();
    for (int connection = 0; connection < CONNECTIONS; connection++) {
      flood.addAll(flood(rig.silent()));
    }

    // Threads take a connection's calls in any order: the last to be made need not be turned away.
    assertThat(CompletableFuture.anyOf(flood.toArray(CompletableFuture<?>[]::new)))
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .satisfies(
            failure -> {
              assertThat(ErrorStatus.reason(failure)).contains(Reason.REPLIES_UNREAD);
              assertThat(ErrorStatus.retryInfo(failure).orElseThrow().getRetryDelay().getSeconds())
                  .isEqualTo(1);
            });
    for (int call = 0; call < SILENT_CALLS; call++) {
      assertThat(rig.reader().listModelVersions(REQUEST).getNextPageToken()).hasSize(REPLY_BYTES);
    }
    assertThat(flood).anyMatch(call -> !call.isDone());
    assertThat(flood).allMatch(call -> !call.isDone() || isRefused(call));
  }

  @Test
  void aReplyThatIsNotReadEndsWithItsDeadline() throws Exception {
    start(SHORT, LONG);
    assertReset(ModelRegistryServiceGrpc.getListModelVersionsMethod());
  }

  @Test
  void aStreamThatIsNotReadEnds() throws Exception {
    start(LONG, SHORT);
    assertReset(ModelRegistryServiceGrpc.getWatchAliasMethod());
  }

  /** gRPC's own client would tell the end of a call only once the messages before it are read. */
  private void assertReset(MethodDescriptor<?, ?> method) throws IOException {
    try (RawConnection connection = rig.raw()) {
      connection.begin(1, method.getFullMethodName());
      connection.sendEmptyMessage(1);
      assertThat(connection.awaitReset()).isEqualTo(1);
    }
  }

  private void start(Duration deadline, Duration unread) throws Exception {
    rig =
        new CallRig(
            new UnreadReplies(MOST_BYTES),
            new LongReplies(),
            (replies, timer) ->
                List.of(
                    new UnreadRepliesInterceptor(replies, unread, timer),
                    new DeadlineInterceptor(deadline, LONG, Set.of(), timer)));
  }

  private static List<CompletableFuture<Void>> flood(ManagedChannel channel) {
    List<CompletableFuture<Void>> calls = new ArrayList<>();
    for (int call = 0; call < SILENT_CALLS; call++) {
      calls.add(
          SilentCall.of(channel, ModelRegistryServiceGrpc.getListModelVersionsMethod(), REQUEST));
    }
    return calls;
  }

  private static boolean isRefused(CompletableFuture<?> call) {
    return call.state() == Future.State.FAILED
        && ErrorStatus.reason(call.exceptionNow()).equals(Optional.of(Reason.REPLIES_UNREAD));
  }

  /** Answers at length, once or for ever. */
  private static final class LongReplies
      extends ModelRegistryServiceGrpc.ModelRegistryServiceImplBase {
    private static final String TEXT = "x".repeat(REPLY_BYTES);

    @Override
    public void listModelVersions(
        ListModelVersionsRequest request, StreamObserver<ListModelVersionsResponse> observer) {
      observer.onNext(ListModelVersionsResponse.newBuilder().setNextPageToken(TEXT).build());
      observer.onCompleted();
    }

    @Override
    public void watchAlias(WatchAliasRequest request, StreamObserver<WatchAliasResponse> observer) {
      WatchAliasResponse message =
          WatchAliasResponse.newBuilder().setAlias(Alias.newBuilder().setName(TEXT)).build();
      var reader = (ServerCallStreamObserver<WatchAliasResponse>) observer;
      reader.setOnReadyHandler(
          () -> {
            while (reader.isReady()) {
              reader.onNext(message);
            }
          });
    }
  }
}
