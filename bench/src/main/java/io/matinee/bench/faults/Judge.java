package io.matinee.bench.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.matinee.bench.faults.call.OddCall;
import io.matinee.bench.faults.wire.Answer;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with an answer, whatever was asked. Immutable. */
final class Judge {
  private static final int HTTP_OK = 200;
  private static final int HTTP_SERVER_ERROR = 500;

  /** Requests longer than this are long by repetition. */
  private static final int MOST_SEARCHED_BYTES = 200_000;

  private final List<String> serverPaths;

  /**
   * Makes a judge.
   *
   * @param serverPaths folders of the server that no answer may name
   */
  Judge(List<Path> serverPaths) {
    this.serverPaths = serverPaths.stream().map(Path::toString).toList();
  }

  /** Returns what is wrong with an answer; empty when nothing is. */
  Optional<Fault> fault(OddCall call, Answer answer) {
    return switch (answer.end()) {
      case COMPLETE -> ofComplete(call, answer);
      case LOST -> unless(call.breaksTransport());
      case RESET -> unless(call.breaksTransport() || call.target().streams() || isOverAtOnce(call));
      case GIVEN_UP -> unless(call.target().streams() || isOverAtOnce(call));
    };
  }

  private Optional<Fault> ofComplete(OddCall call, Answer answer) {
    int http = answer.httpStatus().orElse(HTTP_SERVER_ERROR);
    if (http != HTTP_OK) {
      return http < HTTP_SERVER_ERROR && call.breaksTransport()
          ? Optional.empty()
          : Optional.of(Fault.NO_ANSWER);
    }
    if (answer.grpcStatus().isEmpty()) {
      return Optional.of(Fault.NO_ANSWER);
    }
    Code code = io.grpc.Status.fromCodeValue(answer.grpcStatus().getAsInt()).getCode();
    if (code == Code.OK || TransportRefusal.explains(code, call)) {
      return Optional.empty();
    }
    return code == Code.INTERNAL || code == Code.UNKNOWN
        ? Optional.of(Fault.INTERNAL)
        : ofRefusal(call, answer, code.value());
  }

  private Optional<Fault> ofRefusal(OddCall call, Answer answer, int code) {
    Status details = details(answer);
    if (!fromCatalogue(details, code) && !call.breaksTransport()) {
      return Optional.of(Fault.NO_REASON);
    }
    String said = text(answer) + '\n' + details;
    String asked = call.headers() + new String(call.body(), 0, searched(call), UTF_8);
    if (serverPaths.stream().anyMatch(path -> said.contains(path) && !asked.contains(path))) {
      return Optional.of(Fault.NAMES_A_PATH);
    }
    return Echo.tooLong(said, asked) ? Optional.of(Fault.ECHOES) : Optional.empty();
  }

  private static int searched(OddCall call) {
    return Math.min(call.body().length, MOST_SEARCHED_BYTES);
  }

  private static Optional<Fault> unless(boolean excused) {
    return excused ? Optional.empty() : Optional.of(Fault.NO_ANSWER);
  }

  /** Whether the caller's own time is over, so that the server may drop the call. */
  private static boolean isOverAtOnce(OddCall call) {
    return "1n".equals(call.headers().get("grpc-timeout"));
  }

  private static boolean fromCatalogue(Status details, int code) {
    return details.getCode() == code
        && details.getDetailsList().stream()
            .filter(detail -> detail.is(ErrorInfo.class))
            .anyMatch(detail -> known(detail, code));
  }

  private static boolean known(Any detail, int code) {
    try {
      ErrorInfo info = detail.unpack(ErrorInfo.class);
      return info.getDomain().equals(ErrorStatus.DOMAIN)
          && Arrays.stream(Reason.values())
              .anyMatch(
                  reason ->
                      reason.name().equals(info.getReason()) && reason.code().value() == code);
    } catch (InvalidProtocolBufferException malformed) {
      return false;
    }
  }

  private static Status details(Answer answer) {
    try {
      return Status.parseFrom(Base64.getDecoder().decode(answer.details()));
    } catch (InvalidProtocolBufferException | IllegalArgumentException malformed) {
      return Status.getDefaultInstance();
    }
  }

  private static String text(Answer answer) {
    try {
      return URLDecoder.decode(answer.message().replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return answer.message();
    }
  }
}
