package io.matinee.cli.failure;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RequestInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A failed call, taken apart.
 *
 * @param code the gRPC status code
 * @param reason the reason of the error catalogue, e.g. "USER_NOT_FOUND"; empty when the error came
 *     from elsewhere
 * @param message what happened
 * @param fields the fields that are wrong, each with the problem
 * @param requestId the id under which the service's log has the call; empty when unknown
 */
public record CallFailure(
    Status.Code code, String reason, String message, List<Field> fields, String requestId) {

  private static final String TRANSPORT_FAILURE = "io exception";
  private static final Metadata.Key<String> REQUEST_ID =
      Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);

  /**
   * A field of the request that is wrong.
   *
   * @param name the field's path
   * @param problem what is wrong with it
   */
  public record Field(String name, String problem) {}

  /** Copies the fields. */
  public CallFailure {
    fields = List.copyOf(fields);
  }

  /**
   * Takes a failed call apart.
   *
   * @param failure what the stub threw
   * @return its parts
   */
  public static CallFailure of(StatusRuntimeException failure) {
    Metadata trailers = Optional.ofNullable(failure.getTrailers()).orElseGet(Metadata::new);
    List<Any> details =
        Optional.ofNullable(StatusProto.fromThrowable(failure))
            .map(com.google.rpc.Status::getDetailsList)
            .orElse(List.of());
    Optional<ErrorInfo> information = find(details, ErrorInfo.class);
    String description = Optional.ofNullable(failure.getStatus().getDescription()).orElse("");
    return new CallFailure(
        failure.getStatus().getCode(),
        information.map(ErrorInfo::getReason).orElse(""),
        description.isEmpty() || description.startsWith(TRANSPORT_FAILURE)
            ? causeOf(failure)
            : description,
        find(details, BadRequest.class).map(CallFailure::fieldsOf).orElse(List.of()),
        requestId(information, find(details, RequestInfo.class), trailers));
  }

  /** Returns the failure in one line: reason, message, fields, request id. */
  public String line() {
    String name = reason.isEmpty() ? code.name() : reason;
    String wrong =
        fields.stream()
            .filter(field -> !message.contains(field.problem()))
            .map(field -> named(field) + ": " + field.problem())
            .collect(Collectors.joining("; "));
    String fieldNames = fields.stream().map(CallFailure::named).collect(Collectors.joining(", "));
    StringBuilder line = new StringBuilder(name).append(": ").append(message);
    if (!wrong.isEmpty()) {
      line.append(" (").append(wrong).append(')');
    } else if (!fieldNames.isEmpty()) {
      line.append(" (field ").append(fieldNames).append(')');
    }
    if (!requestId.isEmpty()) {
      line.append(" [request ").append(requestId).append(']');
    }
    return line.toString().replaceAll("\\s+", " ");
  }

  /** Returns the failure for machines: code, reason, message, fields, request id. */
  public Map<String, Object> toMap() {
    Map<String, Object> error = new TreeMap<>();
    error.put("code", code.name());
    error.put("reason", reason);
    error.put("message", message);
    error.put("fields", fields);
    error.put("requestId", requestId);
    return Map.of("error", error);
  }

  private static String named(Field field) {
    return field.name() + FieldOption.of(field.name()).map(" (%s)"::formatted).orElse("");
  }

  private static String causeOf(StatusRuntimeException failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return "the server's certificate is not trusted (%s); name the one to trust with --ca"
            .formatted(cause.getMessage());
      }
      if (cause instanceof ConnectException connectionRefused) {
        return ("%s; start the services with ./matinee up, or say where they are with"
                + " --trainer, --serving, --similarity and --metrics")
            .formatted(connectionRefused.getMessage());
      }
    }
    return Optional.ofNullable(failure.getCause())
        .map(Throwable::getMessage)
        .orElse("the call failed without a message");
  }

  private static List<Field> fieldsOf(BadRequest request) {
    return request.getFieldViolationsList().stream()
        .map(violation -> new Field(violation.getField(), violation.getDescription()))
        .toList();
  }

  private static String requestId(
      Optional<ErrorInfo> information, Optional<RequestInfo> request, Metadata trailers) {
    return request
        .map(RequestInfo::getRequestId)
        .or(() -> information.map(info -> info.getMetadataOrDefault("request_id", "")))
        .filter(id -> !id.isEmpty())
        .or(() -> Optional.ofNullable(trailers.get(REQUEST_ID)))
        .orElse("");
  }

  private static <T extends Message> Optional<T> find(List<Any> details, Class<T> type) {
    for (Any detail : details) {
      if (detail.is(type)) {
        try {
          return Optional.of(detail.unpack(type));
        } catch (InvalidProtocolBufferException unreadable) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
