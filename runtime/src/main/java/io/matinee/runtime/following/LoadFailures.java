package io.matinee.runtime.following;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Says why a version could not be loaded, in the words of the error catalogue. */
final class LoadFailures {
  private LoadFailures() {}

  /** Returns a failure with its reason; INTERNAL when it is a bug. */
  static MatineeException explain(Throwable failure) {
    return switch (failure) {
      case MatineeException known -> known;
      case CorruptBlobException corrupt ->
          MatineeException.of(Reason.BLOB_CORRUPT, text(corrupt), corrupt)
              .with("blob", corrupt.blobName());
      case StatusRuntimeException call -> registry(call);
      case UncheckedIOException io -> cache(io);
      case OutOfMemoryError memory ->
          MatineeException.of(
              Reason.OUT_OF_MEMORY, "the version does not fit: " + memory.getMessage(), memory);
      default ->
          MatineeException.of(Reason.INTERNAL, "cannot load the version: " + failure, failure);
    };
  }

  private static MatineeException cache(UncheckedIOException failure) {
    String message = "cannot use the cache: " + text(failure);
    boolean full = message.contains("No space left on device");
    return MatineeException.of(full ? Reason.STORAGE_FULL : Reason.INTERNAL, message, failure);
  }

  private static MatineeException registry(StatusRuntimeException call) {
    String message = "the registry answered: " + call.getMessage();
    Optional<Reason> told = ErrorStatus.reason(call);
    if (told.isPresent()) {
      return MatineeException.of(told.get(), message, call);
    }
    Reason reason =
        call.getStatus().getCode() == Status.Code.DATA_LOSS
            ? Reason.BLOB_CORRUPT
            : Reason.REGISTRY_UNAVAILABLE;
    return MatineeException.of(reason, message, call);
  }

  private static String text(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }
}
