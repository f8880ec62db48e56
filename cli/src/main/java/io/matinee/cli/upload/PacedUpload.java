package io.matinee.cli.upload;

import com.google.longrunning.Operation;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * An upload whose sender waits while the transport is full. One thread sends; gRPC's threads call
 * back.
 *
 * @param <R> the parts that it comes in
 */
final class PacedUpload<R> implements ClientResponseObserver<R, Operation> {
  private final CompletableFuture<Operation> answer = new CompletableFuture<>();
  private @Nullable ClientCallStreamObserver<R> call;

  @Override
  public synchronized void beforeStart(ClientCallStreamObserver<R> stream) {
    call = stream;
    stream.setOnReadyHandler(this::wake);
  }

  @Override
  public void onNext(Operation operation) {
    answer.complete(operation);
    wake();
  }

  @Override
  public void onError(Throwable failure) {
    answer.completeExceptionally(failure);
    wake();
  }

  @Override
  public void onCompleted() {
    answer.completeExceptionally(
        Status.INTERNAL.withDescription("the trainer ended the upload unanswered").asException());
    wake();
  }

  /**
   * Sends a part as soon as there is room for it.
   *
   * @param part the part
   * @return false when the trainer has already answered
   */
  synchronized boolean send(R part) {
    while (!answer.isDone() && !started().isReady()) {
      try {
        wait();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw Status.CANCELLED.withDescription("interrupted").asRuntimeException();
      }
    }
    if (answer.isDone()) {
      return false;
    }
    started().onNext(part);
    return true;
  }

  /** Says that there are no more parts. */
  synchronized void complete() {
    if (!answer.isDone()) {
      started().onCompleted();
    }
  }

  /** Gives the upload up. */
  synchronized void abandon(Throwable cause) {
    started().cancel("a file could not be read", cause);
  }

  /** Waits for the trainer's answer. */
  Operation answer() {
    try {
      return answer.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Status.CANCELLED.withDescription("interrupted").asRuntimeException();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof StatusRuntimeException refused
          ? refused
          : Status.fromThrowable(failed).asRuntimeException();
    }
  }

  private synchronized void wake() {
    notifyAll();
  }

  private ClientCallStreamObserver<R> started() {
    if (call == null) {
      throw new IllegalStateException("the call has not been started");
    }
    return call;
  }
}
