package io.matinee.cli.failure;

import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.Optional;

/**
 * Any failure of a command, ready to be shown.
 *
 * @param line one line for a person
 * @param document the same for machines
 * @param exitCode what the process ends with
 */
public record FailureReport(String line, Map<String, Object> document, ExitCode exitCode) {

  /** Copies the document. */
  public FailureReport {
    document = Map.copyOf(document);
  }

  /**
   * Turns an exception into a report.
   *
   * @param failure what a command threw
   * @return the report
   */
  public static FailureReport of(Throwable failure) {
    return switch (failure) {
      case StatusRuntimeException call -> ofCall(CallFailure.of(call));
      case CommandFailure command -> plain(command.line(), command.exitCode());
      default -> plain(describe(failure), ExitCode.FAILED);
    };
  }

  private static FailureReport ofCall(CallFailure call) {
    return new FailureReport(call.line(), call.toMap(), ExitCode.of(call.code()));
  }

  private static FailureReport plain(String message, ExitCode code) {
    return new FailureReport(
        message, Map.of("error", Map.of("code", code.name(), "message", message)), code);
  }

  private static String describe(Throwable failure) {
    String kind = failure.getClass().getSimpleName();
    return Optional.ofNullable(failure.getMessage())
        .map(message -> kind + ": " + message)
        .orElse(kind);
  }
}
