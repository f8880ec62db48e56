package io.matinee.cli.failure;

import io.grpc.Status;

/** The exit codes of the command line; the numbers are part of its contract. */
public enum ExitCode {
  /** Done. */
  OK(0, "done"),
  /** A failure without a code of its own. */
  FAILED(1, "failed; the line on standard error says why"),
  /** Wrong options or arguments. */
  USAGE(2, "wrong options or arguments"),
  /** NOT_FOUND. */
  NOT_FOUND(3, "what was asked for does not exist"),
  /** INVALID_ARGUMENT, OUT_OF_RANGE. */
  INVALID(4, "a service refused the request's content"),
  /** FAILED_PRECONDITION, ABORTED, ALREADY_EXISTS. */
  CONFLICT(5, "the present state does not allow it"),
  /** UNAVAILABLE. */
  UNAVAILABLE(6, "a service is away or not ready"),
  /** DEADLINE_EXCEEDED, CANCELLED. */
  DEADLINE(7, "the deadline passed, or the work was cancelled"),
  /** UNAUTHENTICATED, PERMISSION_DENIED. */
  REFUSED(8, "the caller is not known or not allowed"),
  /** DATA_LOSS. */
  DATA_LOSS(9, "stored data is damaged"),
  /** A process of the suite could not be started, or ended. */
  PROCESS(10, "a service could not be started");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /**
   * Returns the code that stands for a call's status.
   *
   * @param code the status code of a failed call
   * @return the exit code
   */
  public static ExitCode of(Status.Code code) {
    return switch (code) {
      case NOT_FOUND -> NOT_FOUND;
      case INVALID_ARGUMENT, OUT_OF_RANGE -> INVALID;
      case FAILED_PRECONDITION, ABORTED, ALREADY_EXISTS -> CONFLICT;
      case UNAVAILABLE -> UNAVAILABLE;
      case DEADLINE_EXCEEDED, CANCELLED -> DEADLINE;
      case UNAUTHENTICATED, PERMISSION_DENIED -> REFUSED;
      case DATA_LOSS -> DATA_LOSS;
      default -> FAILED;
    };
  }

  /** Returns the number that the process ends with. */
  public int number() {
    return number;
  }

  /** What the number means, for the help text. */
  public String meaning() {
    return meaning;
  }
}
