package io.matinee.bench.suite;

import io.matinee.cli.suite.ProcessEnding;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Processes that end with this one, also when it is told to stop. */
public final class OwnedProcess {
  private static final Duration GRACE = Duration.ofSeconds(30);

  private OwnedProcess() {}

  /**
   * Starts a process.
   *
   * @throws IOException when it cannot be started, or this process is ending
   */
  public static Process start(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    Thread ending = new Thread(() -> end(process), "end-" + process.pid());
    try {
      Runtime.getRuntime().addShutdownHook(ending);
    } catch (IllegalStateException stopping) {
      process.destroyForcibly();
      throw new IOException("nothing is started any more: the benchmark is ending", stopping);
    }
    // Refused when this process is ending, which then needs no hook less.
    process.onExit().thenRun(() -> Runtime.getRuntime().removeShutdownHook(ending));
    return process;
  }

  /** Ends it and what it has started; returns when all of that is gone. */
  public static void end(Process process) {
    ProcessEnding.end(List.of(process.toHandle()), GRACE);
  }
}
