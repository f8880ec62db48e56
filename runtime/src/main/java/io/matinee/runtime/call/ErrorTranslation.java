package io.matinee.runtime.call;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.following.DamagedReads;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts every failed call into the words of the error catalogue, with the request's id. What has no
 * reason there is a bug: it is logged with its stack, counted, and not shown to the caller.
 */
final class ErrorTranslation {
  private static final Logger LOG = Logger.getLogger(ErrorTranslation.class);

  /** The key of a request's id in the metadata of an ErrorInfo. */
  static final String REQUEST_ID = "request_id";

  private final Runnable bugs;
  private final Runnable suspicions;

  /**
   * Makes a translation.
   *
   * @param bugs is run for every bug
   * @param suspicions is run for every failure that may come of a damaged file, bugs among them
   */
  ErrorTranslation(Runnable bugs, Runnable suspicions) {
    this.bugs = bugs;
    this.suspicions = suspicions;
  }

  /** Returns a failure as it travels. */
  StatusRuntimeException translate(
      Status status, Metadata trailers, String method, String requestId) {
    Optional<MatineeException> known = known(status.getCause());
    if (known.isPresent()) {
      return travelling(known.get(), method, requestId);
    }
    com.google.rpc.Status detailed = StatusProto.fromStatusAndTrailers(status, trailers);
    if (detailed.getDetailsList().stream().anyMatch(detail -> detail.is(ErrorInfo.class))) {
      return StatusProto.toStatusRuntimeException(withRequestId(detailed, requestId));
    }
    return travelling(ofCode(status), method, requestId);
  }

  private StatusRuntimeException travelling(
      MatineeException failure, String method, String requestId) {
    MatineeException labelled = failure.with(REQUEST_ID, requestId);
    if (failure.reason() == Reason.INTERNAL || failure.reason() == Reason.BLOB_CORRUPT) {
      suspicions.run();
    }
    if (failure.reason() != Reason.INTERNAL) {
      return labelled.toStatus();
    }
    bugs.run();
    Throwable stack = failure.getCause() == null ? failure : failure.getCause();
    LOG.errorf(stack, "bug in %s, request %s", method, requestId);
    return MatineeException.of(Reason.INTERNAL, "internal error; quote request " + requestId)
        .with(REQUEST_ID, requestId)
        .toStatus();
  }

  private static Optional<MatineeException> known(@Nullable Throwable cause) {
    for (Throwable next = cause; next != null; next = next.getCause()) {
      if (next instanceof MatineeException failure) {
        return Optional.of(failure);
      }
    }
    return Optional.ofNullable(cause).flatMap(DamagedReads::explain);
  }

  private static MatineeException ofCode(Status status) {
    String text = String.valueOf(status.getDescription());
    return switch (status.getCode()) {
      case CANCELLED -> MatineeException.of(Reason.CANCELLED, text);
      case DEADLINE_EXCEEDED -> MatineeException.of(Reason.DEADLINE_EXCEEDED, text);
      case UNIMPLEMENTED -> MatineeException.of(Reason.UNIMPLEMENTED, text);
      case UNAVAILABLE -> MatineeException.of(Reason.REGISTRY_UNAVAILABLE, text);
      default -> bug(status);
    };
  }

  private static MatineeException bug(Status status) {
    Throwable cause = status.getCause() == null ? status.asRuntimeException() : status.getCause();
    return MatineeException.of(Reason.INTERNAL, cause.toString(), cause);
  }

  private static com.google.rpc.Status withRequestId(
      com.google.rpc.Status status, String requestId) {
    com.google.rpc.Status.Builder labelled = ErrorStatus.bounded(status).toBuilder();
    for (int i = 0; i < labelled.getDetailsCount(); i++) {
      Any detail = labelled.getDetails(i);
      if (detail.is(ErrorInfo.class)) {
        ErrorInfo info = info(detail).toBuilder().putMetadata(REQUEST_ID, requestId).build();
        labelled.setDetails(i, Any.pack(info));
      }
    }
    return labelled.build();
  }

  private static ErrorInfo info(Any detail) {
    try {
      return detail.unpack(ErrorInfo.class);
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalArgumentException("malformed ErrorInfo", malformed);
    }
  }
}
