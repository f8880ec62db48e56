package io.matinee.runtime.error;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.protobuf.StatusProto;
import io.matinee.runtime.time.Times;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Failures as gRPC statuses: exactly one {@code google.rpc.ErrorInfo} of the domain {@code
 * matinee}, a {@code google.rpc.BadRequest} when fields are wrong, and a {@code
 * google.rpc.RetryInfo} when trying again later may help, in the trailer {@code
 * grpc-status-details-bin}. Of many wrong fields the first are told, as far as they fit into 2 KiB.
 */
public final class ErrorStatus {
  /** The domain of every {@code ErrorInfo}. */
  public static final String DOMAIN = "matinee";

  private static final int MOST_PROBLEM_BYTES = 2048;
  private static final int MOST_DETAIL_BYTES = 4096;

  /** What gRPC clients with a retry policy go by: when to try again, or that they shall not. */
  private static final Metadata.Key<String> PUSHBACK =
      Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER);

  private static final String NEVER = "-1";

  /** Where gRPC's own {@link StatusProto} reads it. */
  private static final Metadata.Key<Status> DETAILS =
      Metadata.Key.of(
          "grpc-status-details-bin", ProtoUtils.metadataMarshaller(Status.getDefaultInstance()));

  private ErrorStatus() {}

  /** Returns a failure as it travels. */
  public static StatusRuntimeException of(MatineeException failure) {
    Metadata trailers = new Metadata();
    if (failure.retryDelay().isPresent()) {
      trailers.put(PUSHBACK, Long.toString(failure.retryDelay().get().toMillis()));
    } else if (failure.reason().code() == io.grpc.Status.Code.RESOURCE_EXHAUSTED) {
      trailers.put(PUSHBACK, NEVER);
    }
    trailers.put(DETAILS, message(failure));
    return new Travelling(failure, trailers);
  }

  /** Returns a failure as a message, e.g. for the error of a long-running operation. */
  public static Status message(MatineeException failure) {
    Status.Builder status =
        Status.newBuilder()
            .setCode(failure.reason().code().value())
            .setMessage(failure.getMessage())
            .addDetails(Any.pack(info(failure)));
    if (!failure.fields().isEmpty()) {
      status.addDetails(Any.pack(badRequest(failure.fields())));
    }
    failure.retryDelay().ifPresent(delay -> status.addDetails(Any.pack(retryInfo(delay))));
    return status.build();
  }

  /**
   * Returns a status of another origin within the bounds of errors: its message as that of a {@link
   * MatineeException}, its details as long as they take 4 KiB together.
   */
  public static Status bounded(Status status) {
    Status.Builder bounded =
        Status.newBuilder()
            .setCode(status.getCode())
            .setMessage(ErrorText.message(status.getMessage()));
    int bytes = 0;
    for (Any detail : status.getDetailsList()) {
      bytes += detail.getSerializedSize();
      if (bytes <= MOST_DETAIL_BYTES) {
        bounded.addDetails(detail);
      }
    }
    return bounded.build();
  }

  /** Returns the {@code ErrorInfo} that a failed call carries; empty when it carries none. */
  public static Optional<ErrorInfo> info(Throwable failure) {
    return detail(failure, ErrorInfo.class);
  }

  /** Returns the reason that a failed call carries; empty when it carries none of the catalogue. */
  public static Optional<Reason> reason(Throwable failure) {
    return info(failure)
        .filter(info -> info.getDomain().equals(DOMAIN))
        .flatMap(
            info ->
                Arrays.stream(Reason.values())
                    .filter(reason -> reason.name().equals(info.getReason()))
                    .findFirst());
  }

  /** Returns the {@code BadRequest} that a failed call carries; empty when it carries none. */
  public static Optional<BadRequest> badRequest(Throwable failure) {
    return detail(failure, BadRequest.class);
  }

  /** Returns the {@code RetryInfo} that a failed call carries; empty when it carries none. */
  public static Optional<RetryInfo> retryInfo(Throwable failure) {
    return detail(failure, RetryInfo.class);
  }

  /** A failure that was explained already where it happened: without a stack of its own. */
  private static final class Travelling extends StatusRuntimeException {
    Travelling(MatineeException failure, Metadata trailers) {
      super(failure.reason().code().toStatus().withDescription(failure.getMessage()), trailers);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  private static RetryInfo retryInfo(Duration delay) {
    return RetryInfo.newBuilder().setRetryDelay(Times.of(delay)).build();
  }

  private static ErrorInfo info(MatineeException failure) {
    return ErrorInfo.newBuilder()
        .setDomain(DOMAIN)
        .setReason(failure.reason().name())
        .putAllMetadata(failure.metadata())
        .build();
  }

  private static BadRequest badRequest(List<FieldProblem> problems) {
    BadRequest.Builder request = BadRequest.newBuilder();
    int bytes = 0;
    for (FieldProblem problem : problems) {
      BadRequest.FieldViolation violation = violation(problem);
      bytes += violation.getSerializedSize();
      if (bytes > MOST_PROBLEM_BYTES) {
        break;
      }
      request.addFieldViolations(violation);
    }
    return request.build();
  }

  /** Of bytes: protobuf goes over a text three times, to measure it twice and to encode it. */
  private static BadRequest.FieldViolation violation(FieldProblem problem) {
    return BadRequest.FieldViolation.newBuilder()
        .setFieldBytes(ByteString.copyFromUtf8(problem.field()))
        .setDescriptionBytes(ByteString.copyFromUtf8(problem.problem()))
        .build();
  }

  private static <M extends com.google.protobuf.Message> Optional<M> detail(
      Throwable failure, Class<M> type) {
    Status status = StatusProto.fromThrowable(failure);
    if (status == null) {
      return Optional.empty();
    }
    return status.getDetailsList().stream()
        .filter(detail -> detail.is(type))
        .findFirst()
        .map(detail -> unpack(detail, type));
  }

  private static <M extends com.google.protobuf.Message> M unpack(Any detail, Class<M> type) {
    try {
      return detail.unpack(type);
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalArgumentException("malformed error details", malformed);
    }
  }
}
