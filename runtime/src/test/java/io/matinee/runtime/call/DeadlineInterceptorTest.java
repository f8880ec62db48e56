package io.matinee.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.WaitOperationRequest;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlineInterceptorTest {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final LinkedBlockingQueue<Long> minutesLeft = new LinkedBlockingQueue<>();

  @SuppressWarnings("NullAway.Init") // Made before each test.
  private CallRig rig;

  @BeforeEach
  void start() throws Exception {
    Set<String> waiting = Set.of(OperationsGrpc.getWaitOperationMethod().getFullMethodName());
    rig =
        new CallRig(
            new UnreadReplies(1 << 20),
            new DeadlineTeller(),
            (_, timer) ->
                List.of(new DeadlineInterceptor(Duration.ofSeconds(30), LONGEST, waiting, timer)));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void callsThatWorkHaveTheLongestDeadlineAtMost() throws Exception {
    assertThat(client(3).getOperation(GetOperationRequest.getDefaultInstance())).isNotNull();
    assertThat(minutesLeft.take()).isLessThan(LONGEST.toMinutes());
  }

  @Test
  void callsThatWaitHaveTheirCallersDeadline() throws Exception {
    assertThat(client(3).waitOperation(WaitOperationRequest.getDefaultInstance())).isNotNull();
    assertThat(minutesLeft.take()).isBetween(150L, 180L);
  }

  @Test
  void callsThatWaitHaveNoDeadlineWithoutTheirCallers() throws Exception {
    OperationsGrpc.OperationsFutureStub client =
        OperationsGrpc.newFutureStub(rig.reader().getChannel());
    assertThat(answer(client)).isNotNull();
    assertThat(minutesLeft.take()).isEqualTo(Long.MAX_VALUE);
  }

  private static Operation answer(OperationsGrpc.OperationsFutureStub client)
      throws ExecutionException, InterruptedException {
    return client.waitOperation(WaitOperationRequest.getDefaultInstance()).get();
  }

  private OperationsGrpc.OperationsBlockingStub client(int hours) {
    return OperationsGrpc.newBlockingStub(rig.reader().getChannel())
        .withDeadlineAfter(hours, TimeUnit.HOURS);
  }

  /** Tells the deadlines of its calls. */
  private final class DeadlineTeller extends OperationsGrpc.OperationsImplBase {
    @Override
    public void getOperation(GetOperationRequest request, StreamObserver<Operation> reply) {
      answer(reply);
    }

    @Override
    public void waitOperation(WaitOperationRequest request, StreamObserver<Operation> reply) {
      answer(reply);
    }

    private void answer(StreamObserver<Operation> reply) {
      Deadline deadline = Context.current().getDeadline();
      minutesLeft.add(deadline == null ? Long.MAX_VALUE : deadline.timeRemaining(TimeUnit.MINUTES));
      reply.onNext(Operation.getDefaultInstance());
      reply.onCompleted();
    }
  }
}
