package io.matinee.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilenceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
  private final Uploads uploads = new Uploads();
  private final CompletableFuture<Operation> answer = new CompletableFuture<>();

  @SuppressWarnings("NullAway.Init") // Set by each test.
  private CallRig rig;

  @AfterEach
  void stop() {
    rig.close();
    timer.shutdownNow();
  }

  @Test
  void anUploadThatBringsNothingForLongEndsAndItsHandlerHearsOfIt() throws Exception {
    start(SHORT);
    open().onNext(UploadDatasetRequest.getDefaultInstance());

    assertThat(answer)
        .failsWithin(PATIENCE)
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .satisfies(
            failure -> assertThat(ErrorStatus.reason(failure)).contains(Reason.DEADLINE_EXCEEDED));
    assertThat(uploads.end).failsWithin(PATIENCE).withThrowableOfType(ExecutionException.class);
  }

  @Test
  void onlyTheTimeCountsInWhichTheHandlerWaits() throws Exception {
    start(LONG);
    uploads.held = new CountDownLatch(1);
    StreamObserver<UploadDatasetRequest> upload = open();
    upload.onNext(UploadDatasetRequest.getDefaultInstance());
    assertThat(uploads.begun.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(timer.getQueue()).as("while the handler works").isEmpty();

    uploads.held.countDown();
    upload.onNext(UploadDatasetRequest.getDefaultInstance());
    upload.onCompleted();
    assertThat(answer).succeedsWithin(PATIENCE);
    assertThat(timer.getQueue()).as("when the call is over").isEmpty();
  }

  private void start(Duration longest) throws Exception {
    timer.setRemoveOnCancelPolicy(true);
    rig =
        new CallRig(
            new UnreadReplies(1 << 20),
            uploads,
            (_, _) -> List.of(new SilenceInterceptor(longest, timer)));
  }

  private StreamObserver<UploadDatasetRequest> open() {
    return DatasetServiceGrpc.newStub(rig.reader().getChannel())
        .uploadDataset(
            new StreamObserver<>() {
              @Override
              public void onNext(Operation reply) {
                answer.complete(reply);
              }

              @Override
              public void onError(Throwable failure) {
                answer.completeExceptionally(failure);
              }

              @Override
              public void onCompleted() {
                // The reply has come.
              }
            });
  }

  /** Takes uploads, and tells of their parts and their ends. */
  private static final class Uploads extends DatasetServiceGrpc.DatasetServiceImplBase {
    private final Semaphore begun = new Semaphore(0);
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private volatile CountDownLatch held = new CountDownLatch(0);

    @Override
    public StreamObserver<UploadDatasetRequest> uploadDataset(StreamObserver<Operation> reply) {
      return new StreamObserver<>() {
        @Override
        public void onNext(UploadDatasetRequest part) {
          begun.release();
          try {
            held.await();
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
        }

        @Override
        public void onError(Throwable failure) {
          end.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
          end.complete(null);
          reply.onNext(Operation.getDefaultInstance());
          reply.onCompleted();
        }
      };
    }
  }
}
