package io.matinee.cli.suite;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers for a service's liveness: each time with the next status, in the end with the last. */
final class LivenessServer implements AutoCloseable {
  /** What is told of a service whose answers are failures. */
  static final String COMPLAINT = "progress: event-loop-1 stands still for 31 s";

  private static final String BODY =
      """
      {"status": "DOWN", "checks": [
        {"name": "other", "status": "UP", "data": {"cause": "none"}},
        {"name": "progress", "status": "DOWN", "data": {"event-loop-1": "stands still for 31 s"}}]}
      """;

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean failing;

  /** Listens on a port of loopback; 0 for a free one. */
  LivenessServer(int port, int... statuses) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/q/health/live",
        exchange -> {
          byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
          int status = statuses[Math.min(asked.getAndIncrement(), statuses.length - 1)];
          exchange.sendResponseHeaders(failing ? 503 : status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Answers with 503 from here on. */
  void fail() {
    failing = true;
  }

  /** How often it was asked. */
  int asked() {
    return asked.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
