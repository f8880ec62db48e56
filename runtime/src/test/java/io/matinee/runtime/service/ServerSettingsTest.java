package io.matinee.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matinee.runtime.testing.FakeRegistryResource;
import io.matinee.runtime.testing.RawConnection;
import io.quarkus.grpc.runtime.GrpcServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the server announces to every client, read from the wire. */
@QuarkusTest
@Tag("process")
@WithTestResource(FakeRegistryResource.class)
class ServerSettingsTest {
  private static final int MAX_CONCURRENT_STREAMS = 3;

  private static final int MOST_UNREAD = 2_000;

  @Inject GrpcServer server;

  @TestHTTPResource("/metrics")
  URI metrics;

  @Test
  void limitsTheCallsOfAConnection() throws Exception {
    try (RawConnection connection = new RawConnection(server.getPort())) {
      assertThat(connection.settings()).containsEntry(MAX_CONCURRENT_STREAMS, 128);
    }
  }

  @Test
  void leavesNoStackInTheLogForAMalformedHeader() throws Exception {
    List<LogRecord> logged = new CopyOnWriteArrayList<>();
    Handler log = new Recorder(logged);
    Logger transport = Logger.getLogger("io.grpc.netty.NettyServerHandler");
    transport.addHandler(log);
    try (RawConnection connection = new RawConnection(server.getPort())) {
      connection.begin(1, "matinee.trainer.v1.RatingsService/RecordRatings", "gzip");
      assertThat(connection.awaitReset()).isEqualTo(1);
    } finally {
      transport.removeHandler(log);
    }
    assertThat(logged).isEmpty();
  }

  @Test
  void closesHttpConnectionsThatAskOnAndDoNotRead() throws Exception {
    byte[] request =
        "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket(metrics.getHost(), metrics.getPort())) {
      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(
              () -> {
                for (int asked = 0; asked < MOST_UNREAD; asked++) {
                  socket.getOutputStream().write(request);
                  metrics.toURL().openStream().close(); // Leaves the service time to answer.
                }
              });
    }
  }

  private static final class Recorder extends Handler {
    private final List<LogRecord> records;

    Recorder(List<LogRecord> records) {
      this.records = records;
    }

    @Override
    public void publish(LogRecord record) {
      records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
