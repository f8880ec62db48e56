package io.matinee.trainer.api;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.trainer.dataset.upload.IncomingUpload;
import io.matinee.trainer.store.StorageFault;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes one upload: a header, then the files' bytes. Its calls come one after another.
 *
 * @param <R> the parts that it comes in
 */
final class Upload<R> implements StreamObserver<R> {
  private static final Logger LOG = Logger.getLogger(Upload.class);

  private final UploadPurpose<R> purpose;
  private final OperationMessages operations;
  private final StreamObserver<Operation> reply;

  private UploadPurpose.@Nullable Begun begun;
  private boolean over;

  /** An upload that has not begun. */
  Upload(UploadPurpose<R> purpose, OperationMessages operations, StreamObserver<Operation> reply) {
    this.purpose = purpose;
    this.operations = operations;
    this.reply = reply;
  }

  @Override
  public void onNext(R part) {
    attempt(() -> take(part));
  }

  @Override
  public void onCompleted() {
    attempt(
        () -> {
          UploadPurpose.Begun complete = begun();
          complete.incoming().complete();
          answer(complete.work().begin());
        });
  }

  @Override
  public void onError(Throwable failure) {
    end(IncomingUpload::breakOff);
  }

  private void take(R part) throws IOException {
    if (!purpose.isHeader(part)) {
      begun().incoming().write(purpose.chunk(part).toByteArray());
    } else if (begun == null) {
      switch (purpose.open(part)) {
        case UploadPurpose.Earlier(io.matinee.runtime.operation.Operation known) -> answer(known);
        case UploadPurpose.Begun opened -> begun = opened;
      }
    } else {
      throw UploadHeaderReading.invalid("header", "must come once");
    }
  }

  private UploadPurpose.Begun begun() {
    if (begun == null) {
      throw UploadHeaderReading.invalid("header", "must come first, before the first chunk");
    }
    return begun;
  }

  private void answer(io.matinee.runtime.operation.Operation operation) {
    over = true;
    reply.onNext(operations.of(operation));
    reply.onCompleted();
  }

  /** Takes a step unless the upload is over; a step that fails is its last. */
  private void attempt(Step step) {
    if (over) {
      return;
    }
    try {
      step.take();
    } catch (IOException failure) {
      fail(StorageFault.of(failure));
    } catch (RuntimeException failure) {
      fail(failure);
    }
  }

  private void fail(RuntimeException failure) {
    boolean tooSlow =
        failure instanceof MatineeException refusal && refusal.reason() == Reason.DEADLINE_EXCEEDED;
    end(tooSlow ? IncomingUpload::breakOff : IncomingUpload::giveUp);
    reply.onError(failure);
  }

  /** Ends what has begun; only the first time counts. */
  private void end(End how) {
    if (over || begun == null) {
      over = true;
      return;
    }
    over = true;
    try {
      how.take(begun.incoming());
    } catch (IOException leftForTheNextStart) {
      LOG.warn("could not delete an upload that was given up", leftForTheNextStart);
    }
  }

  /** An end of what has come. */
  private interface End {
    void take(IncomingUpload incoming) throws IOException;
  }

  /** A step that may fail with the disk. */
  private interface Step {
    void take() throws IOException;
  }
}
