package io.matinee.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.GetAliasRequest;
import io.matinee.proto.trainer.v1.GetAliasResponse;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final long UNREAD = 1 << 20;
  private static final int MOST = 2;
  private static final String GET_ALIAS =
      ModelRegistryServiceGrpc.getGetAliasMethod().getFullMethodName();

  private final OpenCalls calls = new OpenCalls();

  @SuppressWarnings("NullAway.Init") // Set by each test.
  private CallRig rig;

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void turnsCallsAwayWhileTooManyAreAtWork() throws Exception {
    start(new AdmissionInterceptor(MOST, Set.of()));
    ListenableFuture<GetAliasResponse> first = call("1");
    StreamObserver<GetAliasResponse> answer = calls.next();
    ListenableFuture<GetAliasResponse> second = call("2");
    calls.next();

    StatusRuntimeException refusal =
        catchThrowableOfType(StatusRuntimeException.class, () -> rig.reader().getAlias(alias("3")));

    assertThat(ErrorStatus.reason(refusal)).contains(Reason.QUEUE_FULL);
    assertThat(ErrorStatus.retryInfo(refusal)).isPresent();
    assertThat(refusal.getTrailers())
        .extracting(
            trailers ->
                trailers.get(
                    Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER)))
        .isEqualTo("250");
    assertThat(second).isNotDone();
    end(answer);
    assertThat(first).succeedsWithin(Duration.ofSeconds(20));
    ListenableFuture<GetAliasResponse> next = call("4");
    end(calls.next());
    assertThat(next).succeedsWithin(Duration.ofSeconds(20));
  }

  @Test
  void doesNotCountCallsWhoseRequestHasNotCome() throws Exception {
    start(new AdmissionInterceptor(MOST, Set.of()));
    for (int begun = 0; begun < 2 * MOST; begun++) {
      ClientCall<GetAliasRequest, GetAliasResponse> call =
          rig.reader()
              .getChannel()
              .newCall(ModelRegistryServiceGrpc.getGetAliasMethod(), CallOptions.DEFAULT);
      call.start(new ClientCall.Listener<>() {}, new Metadata());
      call.sendMessage(alias("begun"));
    }
    ListenableFuture<GetAliasResponse> whole = call("whole");
    end(calls.next());
    assertThat(whole).succeedsWithin(Duration.ofSeconds(20));
  }

  @Test
  void doesNotCountCallsThatWait() throws Exception {
    start(new AdmissionInterceptor(0, Set.of(GET_ALIAS)));
    ListenableFuture<GetAliasResponse> waiting = call("1");
    end(calls.next());
    assertThat(waiting).succeedsWithin(Duration.ofSeconds(20));
  }

  @Test
  void doesNotStartHeavyWorkWhoseCallerHasGivenUp() throws Exception {
    WorkPool pool = new WorkPool(1, 1);
    Events events = new Events();
    start(events, new WorkInterceptor(request -> true, pool));
    calls.held = new CountDownLatch(1);
    ListenableFuture<GetAliasResponse> first = call("first");
    StreamObserver<GetAliasResponse> answer = calls.next();
    events.await("half-close");
    ListenableFuture<GetAliasResponse> givenUp = call("given up");
    events.await("half-close");

    StatusRuntimeException refusal =
        catchThrowableOfType(StatusRuntimeException.class, () -> rig.reader().getAlias(alias("3")));
    events.await("half-close");
    givenUp.cancel(true);
    events.await("cancel");
    calls.held.countDown();

    assertThat(ErrorStatus.reason(refusal)).contains(Reason.QUEUE_FULL);
    end(answer);
    assertThat(first).succeedsWithin(Duration.ofSeconds(20));
    ListenableFuture<GetAliasResponse> last = call("last");
    end(calls.next());
    assertThat(last).succeedsWithin(Duration.ofSeconds(20));
    assertThat(calls.names).containsExactly("first", "last");
    pool.stop();
  }

  private void start(ServerInterceptor... chain) throws Exception {
    rig = new CallRig(new UnreadReplies(UNREAD), calls, (_, _) -> List.of(chain));
  }

  private ListenableFuture<GetAliasResponse> call(String name) {
    return ModelRegistryServiceGrpc.newFutureStub(rig.reader().getChannel()).getAlias(alias(name));
  }

  private static GetAliasRequest alias(String name) {
    return GetAliasRequest.newBuilder().setName(name).build();
  }

  private static void end(StreamObserver<GetAliasResponse> answer) {
    answer.onNext(GetAliasResponse.getDefaultInstance());
    answer.onCompleted();
  }

  /** Hands its calls over instead of answering them. */
  private static final class OpenCalls
      extends ModelRegistryServiceGrpc.ModelRegistryServiceImplBase {
    private final Queue<String> names = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<StreamObserver<GetAliasResponse>> open =
        new LinkedBlockingQueue<>();
    private CountDownLatch held = new CountDownLatch(0);

    StreamObserver<GetAliasResponse> next() throws InterruptedException {
      return Objects.requireNonNull(open.poll(20, TimeUnit.SECONDS));
    }

    @Override
    public void getAlias(GetAliasRequest request, StreamObserver<GetAliasResponse> observer) {
      names.add(request.getName());
      open.add(observer);
      try {
        held.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Tells what the server has heard of its calls. */
  private static final class Events implements ServerInterceptor {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    void await(String event) throws InterruptedException {
      assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(event);
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
      return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
        @Override
        public void onHalfClose() {
          super.onHalfClose();
          heard.add("half-close");
        }

        @Override
        public void onCancel() {
          super.onCancel();
          heard.add("cancel");
        }
      };
    }
  }
}
