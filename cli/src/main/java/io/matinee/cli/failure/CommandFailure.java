package io.matinee.cli.failure;

/** A failure that the command line itself found: one line that names the trouble and the fix. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final String line;

  /**
   * Makes a failure.
   *
   * @param exitCode what the process ends with
   * @param message one line for a person
   */
  public CommandFailure(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
    this.line = message;
  }

  /** What happened and what to do about it, for a person. */
  public String line() {
    return line;
  }

  /** What the process ends with. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
