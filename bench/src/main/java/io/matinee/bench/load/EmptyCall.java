package io.matinee.bench.load;

import io.matinee.bench.suite.FreePorts;
import io.matinee.bench.suite.OwnedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Load on an {@link EmptyUnaryServer} in a process of its own, which ends with this. */
public final class EmptyCall implements AutoCloseable {
  private static final int ATTEMPTS = 100;
  private static final long PAUSE_MILLISECONDS = 100;

  private final Process server;
  private final UnaryLoad load;

  private EmptyCall(Process server, UnaryLoad load) {
    this.server = server;
    this.load = load;
  }

  /**
   * Starts the server and waits until it answers.
   *
   * @param replyBytes the size of its reply
   * @throws IOException when it does not start
   */
  public static EmptyCall start(int replyBytes) throws IOException, InterruptedException {
    int port = FreePorts.one();
    ProcessBuilder command =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-cp",
                    System.getProperty("java.class.path"),
                    EmptyUnaryServer.class.getName(),
                    Integer.toString(port),
                    Integer.toString(replyBytes)))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    Process server = OwnedProcess.start(command);
    for (int attempt = 0; attempt < ATTEMPTS && server.isAlive(); attempt++) {
      UnaryLoad load = new UnaryLoad(port, EmptyUnaryServer.METHOD, call -> new byte[0]);
      try {
        load.callOnce();
        return new EmptyCall(server, load);
      } catch (RuntimeException notYet) {
        load.close();
        Thread.sleep(PAUSE_MILLISECONDS);
      }
    }
    OwnedProcess.end(server);
    throw new IOException("the empty server did not start");
  }

  /** Completed calls a second with {@code callers} callers over {@code seconds}. */
  public double closedLoop(int callers, double seconds) throws InterruptedException {
    return load.closedLoop(callers, seconds);
  }

  /** Returns the times of calls that are sent at {@code rate} calls a second. */
  public CallTimes openLoop(double rate, double seconds) throws InterruptedException {
    return load.openLoop(rate, seconds);
  }

  @Override
  public void close() {
    load.close();
    OwnedProcess.end(server);
  }
}
