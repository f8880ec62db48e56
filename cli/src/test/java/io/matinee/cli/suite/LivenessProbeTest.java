package io.matinee.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LivenessProbeTest {
  private static final int UNAVAILABLE = 503;

  @Test
  void whatFailsIsNamedAndWhatDoesNotIsNot() throws Exception {
    try (LivenessServer server = new LivenessServer(0, UNAVAILABLE, 200)) {
      LivenessProbe probe = new LivenessProbe();
      assertThat(probe.complaint(server.port())).contains(LivenessServer.COMPLAINT);
      assertThat(probe.complaint(server.port())).isEmpty();
    }
  }

  @Test
  void whoTakesACallAndIsSilentIsWaitedForNoLongerThanThePatience() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(new LivenessProbe(Duration.ofMillis(100)).complaint(silent.getLocalPort()))
          .contains("no answer within 100 ms");
    }
  }

  @Test
  void anAnswerWithoutEndIsNotReadToIt() throws Exception {
    assertThat(
            complaintOf(
                exchange -> {
                  exchange.sendResponseHeaders(UNAVAILABLE, 0);
                  try (OutputStream body = exchange.getResponseBody()) {
                    while (true) {
                      body.write(new byte[1 << 10]);
                    }
                  }
                }))
        .startsWith("no answer: ");
  }

  @Test
  void aFailureInAnotherFormIsToldByItsStatus() throws Exception {
    assertThat(
            complaintOf(
                exchange -> {
                  exchange.sendResponseHeaders(UNAVAILABLE, -1);
                  exchange.close();
                }))
        .isEqualTo("HTTP status 503");
  }

  private static String complaintOf(HttpHandler handler) throws IOException, InterruptedException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", handler);
    server.start();
    try {
      return new LivenessProbe().complaint(server.getAddress().getPort()).orElseThrow();
    } finally {
      server.stop(0);
    }
  }
}
