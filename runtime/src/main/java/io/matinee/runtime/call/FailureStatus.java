package io.matinee.runtime.call;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.matinee.runtime.error.MatineeException;
import org.jspecify.annotations.Nullable;

/** The status that carries a failure to where it is put into words. */
final class FailureStatus {
  private FailureStatus() {}

  /**
   * Returns a status whose cause is the failure. A {@link MatineeException} keeps its own reason,
   * also when it was caused by another service's status.
   */
  static Status of(Throwable failure) {
    return isKnown(failure) ? Status.UNKNOWN.withCause(failure) : Status.fromThrowable(failure);
  }

  /** Returns what a failure carries beside its status; empty for most. */
  static Metadata trailers(Throwable failure) {
    Metadata trailers = Status.trailersFromThrowable(failure);
    return trailers == null ? new Metadata() : trailers;
  }

  /** Ends a call for a failure. */
  static void close(ServerCall<?, ?> call, Throwable failure) {
    call.close(of(failure), trailers(failure));
  }

  private static boolean isKnown(Throwable failure) {
    for (@Nullable Throwable next = failure; next != null; next = next.getCause()) {
      if (next instanceof MatineeException) {
        return true;
      }
    }
    return false;
  }
}
