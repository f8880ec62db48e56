package io.matinee.bench.faults.wire;

import io.grpc.Status;
import java.util.OptionalInt;

/**
 * What came back of a call.
 *
 * @param end how it ended
 * @param httpStatus of the headers; empty when none came
 * @param grpcStatus of the trailers; empty when none came
 * @param message the header grpc-message as it travels; empty when none came
 * @param details the header grpc-status-details-bin, Base64; empty when none came
 * @param replyBytes the bytes of the body
 */
public record Answer(
    End end,
    OptionalInt httpStatus,
    OptionalInt grpcStatus,
    String message,
    String details,
    long replyBytes) {

  /** How a call ends. */
  public enum End {
    /** With its last headers. */
    COMPLETE,
    /** The server took the stream back. */
    RESET,
    /** The connection is gone. */
    LOST,
    /** The caller had no more patience. */
    GIVEN_UP
  }

  private static final int SHOWN_LETTERS = 200;

  /** Returns how it ended in one word, e.g. "INVALID_ARGUMENT", "HTTP 415", "RESET". */
  public String status() {
    if (end != End.COMPLETE) {
      return end.name();
    }
    return grpcStatus.isPresent()
        ? Status.fromCodeValue(grpcStatus.getAsInt()).getCode().name()
        : "HTTP " + httpStatus.orElse(0);
  }

  /** Returns it in one line. */
  public String line() {
    return status() + " " + message.substring(0, Math.min(SHOWN_LETTERS, message.length()));
  }

  /** Returns an answer that never began. */
  public static Answer none(End end) {
    return new Answer(end, OptionalInt.empty(), OptionalInt.empty(), "", "", 0);
  }
}
