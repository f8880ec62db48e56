package io.matinee.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.runtime.testing.FakeRegistryResource;
import io.quarkus.grpc.runtime.GrpcServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the server announces to every client, read from the wire. */
@QuarkusTest
@Tag("process")
@WithTestResource(FakeRegistryResource.class)
class ServerSettingsTest {
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final byte[] EMPTY_SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};
  private static final int REST_OF_HEADER = 6;
  private static final int MAX_CONCURRENT_STREAMS = 3;

  @Inject GrpcServer server;

  @Test
  void limitsTheCallsOfAConnection() throws Exception {
    assertThat(settings()).containsEntry(MAX_CONCURRENT_STREAMS, 128);
  }

  private Map<Integer, Integer> settings() throws Exception {
    Map<Integer, Integer> settings = new HashMap<>();
    try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      connection.getOutputStream().write(PREFACE.getBytes(StandardCharsets.US_ASCII));
      connection.getOutputStream().write(EMPTY_SETTINGS);
      DataInputStream frame = new DataInputStream(connection.getInputStream());
      int length = frame.readUnsignedByte() << 16 | frame.readUnsignedShort();
      frame.skipNBytes(REST_OF_HEADER);
      for (int read = 0; read < length; read += Short.BYTES + Integer.BYTES) {
        settings.put(frame.readUnsignedShort(), frame.readInt());
      }
    }
    return settings;
  }
}
